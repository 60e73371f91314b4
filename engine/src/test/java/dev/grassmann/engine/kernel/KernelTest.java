package dev.grassmann.engine.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KernelTest {
  private static final Kernel PLAIN = Kernel.plain();
  private static final Kernel BEST = Kernel.best();

  /** Around every lane width, around the block of argmax, and nothing at all. */
  static IntStream awkwardLengths() {
    return IntStream.of(
        0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 33, 63, 64, 65, 127, 129, 1000, 1023, 1024, 1025,
        1041, 2047, 2049, 5003);
  }

  @Test
  void theVectorTwinIsWhatRunsInTheTests() {
    assertInstanceOf(VectorKernel.class, BEST);
    assertTrue(BEST.description().matches("vector, (128|256|512) bits"), BEST.description());
  }

  /** In a virtual machine without the module, where the fall-back must say why. */
  @Test
  void withoutTheModuleThePlainTwinRunsAndSaysSo() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KernelElsewhere.class.getName())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes());
    assertEquals(0, process.waitFor(), said);
    assertEquals(
        "plain: start Java with --add-modules=jdk.incubator.vector for the fast one, dot 32.0",
        said.strip());
  }

  @ParameterizedTest
  @MethodSource("awkwardLengths")
  void bothTwinsGiveTheDotProductToTheRoundingOfItsSum(int n) {
    float[] a = floats(n + 3, 1);
    float[] b = floats(n + 5, 2);
    double truth = 0;
    double size = 0;
    for (int i = 0; i < n; i++) {
      truth += (double) a[i + 1] * b[i + 4];
      size += Math.abs((double) a[i + 1] * b[i + 4]);
    }
    double bound = size * Math.ulp(1f) * (1 + n / 16.0);
    for (Kernel kernel : new Kernel[] {PLAIN, BEST}) {
      assertEquals(truth, kernel.dot(a, 1, b, 4, n), bound, kernel.description());
      double[] wide = widen(a);
      double[] other = widen(b);
      assertEquals(
          exactDot(wide, 1, other, 4, n), kernel.dot(wide, 1, other, 4, n), size * 1e-15 * (1 + n));
    }
  }

  @ParameterizedTest
  @MethodSource("awkwardLengths")
  void bothTwinsRoundToTheNearestHalfAndSayWhatWasLost(int n) {
    float[] x = floats(n + 2, 11);
    if (n > 4) {
      x[2] = 1 + 0x1p-8f; // halfway, to the even one below
      x[3] = 1 + 3 * 0x1p-8f; // halfway, to the even one above
      x[4] = -0f;
    }
    for (Kernel kernel : new Kernel[] {PLAIN, BEST}) {
      short[] half = new short[n + 3];
      float lost = kernel.toHalf(x, 2, n, half, 3);
      double truth = 0;
      for (int i = 0; i < n; i++) {
        float number = x[2 + i];
        float nearest = Float.intBitsToFloat(half[3 + i] << 16);
        double off = Math.abs((double) number - nearest);
        truth += off * off;
        for (int bit : new int[] {-1, 1}) {
          float neighbour = Float.intBitsToFloat(half[3 + i] + bit << 16);
          assertTrue(!(Math.abs((double) number - neighbour) < off), number + " as " + nearest);
        }
      }
      assertEquals(truth, lost, 1e-4 * truth + 1e-30, kernel.description());
      if (n > 4) {
        assertEquals(1f, Float.intBitsToFloat(half[3] << 16));
        assertEquals(1 + 4 * 0x1p-8f, Float.intBitsToFloat(half[4] << 16));
        assertEquals((short) 0x8000, half[5]);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("awkwardLengths")
  void bothTwinsFindTheHalvesAboveAFloor(int n) {
    short[] x = new short[n + 1];
    PLAIN.toHalf(floats(n, 12), 0, n, x, 1);
    short floor = (short) (Float.floatToRawIntBits(0.5f) >>> 16);
    int[] expected =
        IntStream.range(0, n).filter(i -> Float.intBitsToFloat(x[1 + i] << 16) > 0.5f).toArray();
    for (Kernel kernel : new Kernel[] {PLAIN, BEST}) {
      int[] found = new int[n];
      int count = kernel.above(x, 1, n, floor, found);
      assertArrayEquals(expected, Arrays.copyOf(found, count), kernel.description());
    }
  }

  @ParameterizedTest
  @MethodSource("awkwardLengths")
  void axpyAgreesToTheBitAndLeavesTheRestAlone(int n) {
    float[] x = floats(n + 2, 3);
    float[] plain = floats(n + 7, 4);
    float[] best = plain.clone();
    float[] before = plain.clone();
    PLAIN.axpy(0.3f, x, 2, plain, 3, n);
    BEST.axpy(0.3f, x, 2, best, 3, n);
    assertArrayEquals(plain, best);
    for (int i = 0; i < n; i++) {
      float product = 0.3f * x[2 + i];
      assertEquals(before[3 + i] + product, plain[3 + i]);
    }
    assertArrayEquals(Arrays.copyOf(before, 3), Arrays.copyOf(best, 3));
    assertArrayEquals(
        Arrays.copyOfRange(before, 3 + n, before.length),
        Arrays.copyOfRange(best, 3 + n, best.length));
    double[] wide = widen(before);
    double[] twin = wide.clone();
    PLAIN.axpy(0.3, widen(x), 2, wide, 3, n);
    BEST.axpy(0.3, widen(x), 2, twin, 3, n);
    assertArrayEquals(wide, twin);
  }

  @ParameterizedTest
  @MethodSource("awkwardLengths")
  void fourAxpyInOneAreFourToTheBit(int n) {
    float[] x = floats(4 * n + 9, 13);
    float[] one = floats(n + 5, 14);
    float[] plain = one.clone();
    float[] best = one.clone();
    float[] alpha = {9, 0.3f, -1.7f, 0, 2.25f, 9};
    int[] from = {-1, 2, n + 3, 1, 3 * n + 5, -1};
    for (int term = 1; term <= 4; term++) {
      PLAIN.axpy(alpha[term], x, from[term], one, 3, n);
    }
    PLAIN.axpy4(alpha, from, 1, x, plain, 3, n);
    BEST.axpy4(alpha, from, 1, x, best, 3, n);
    assertArrayEquals(one, plain);
    assertArrayEquals(one, best);
  }

  @ParameterizedTest
  @MethodSource("awkwardLengths")
  void argmaxFindsThePlantedLargestWhereverItIs(int n) {
    for (int at : new int[] {0, n / 2, n - 1}) {
      if (at < 0 || at >= n) {
        continue;
      }
      float[] x = floats(n + 1, 5);
      x[1 + at] = 100;
      assertEquals(at, BEST.argmax(x, 1, n));
      assertEquals(at, PLAIN.argmax(x, 1, n));
      assertEquals(at, BEST.argmax(widen(x), 1, n));
      assertEquals(at, PLAIN.argmax(widen(x), 1, n));
    }
  }

  static Stream<float[]> trickyNumbers() {
    float nan = Float.NaN;
    float inf = Float.NEGATIVE_INFINITY;
    float[] late = new float[3000];
    Arrays.fill(late, nan);
    late[2999] = -5;
    float[] ties = new float[3000];
    return Stream.of(
        new float[] {},
        new float[] {nan},
        new float[] {nan, -1, nan, -1},
        new float[] {inf, inf},
        new float[] {nan, inf},
        new float[] {-0f, 0f},
        new float[] {1, Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY},
        late,
        ties);
  }

  @ParameterizedTest
  @MethodSource("trickyNumbers")
  void bothTwinsPassOverNanAndTakeTheFirstOfEqualOnes(float[] x) {
    int expected = -1;
    for (int i = 0; i < x.length; i++) {
      if (!Float.isNaN(x[i]) && (expected < 0 || x[i] > x[expected])) {
        expected = i;
      }
    }
    assertEquals(expected, PLAIN.argmax(x, 0, x.length));
    assertEquals(expected, BEST.argmax(x, 0, x.length));
    assertEquals(expected, PLAIN.argmax(widen(x), 0, x.length));
    assertEquals(expected, BEST.argmax(widen(x), 0, x.length));
  }

  @ParameterizedTest
  @MethodSource("awkwardLengths")
  void theFusedStepEqualsItsTwoHalves(int n) {
    float[] x = floats(n + 2, 6);
    float[] separate = floats(n + 1, 7);
    float[] fused = separate.clone();
    float[] plain = separate.clone();
    PLAIN.axpy(-2.5f, x, 1, separate, 1, n);
    int expected = PLAIN.argmax(separate, 1, n);
    assertEquals(expected, BEST.axpyArgmax(-2.5f, x, 1, fused, 1, n));
    assertEquals(expected, PLAIN.axpyArgmax(-2.5f, x, 1, plain, 1, n));
    assertArrayEquals(separate, fused);
    assertArrayEquals(separate, plain);
    double[] wide = widen(floats(n + 1, 7));
    double[] twin = wide.clone();
    assertEquals(
        PLAIN.axpyArgmax(-2.5, widen(x), 1, wide, 1, n),
        BEST.axpyArgmax(-2.5, widen(x), 1, twin, 1, n));
    assertArrayEquals(wide, twin);
  }

  @ParameterizedTest
  @MethodSource("awkwardLengths")
  void theLargestMagnitudeIsFoundWhateverItsSignAndPlaceAndPastNan(int n) {
    for (int at : new int[] {0, n / 2, n - 1}) {
      if (at < 0 || at >= n) {
        continue;
      }
      float[] x = floats(n + 2, 8);
      x[0] = 1000; // outside the stretch
      x[n + 1] = -1000;
      x[1 + (at + 1) % n] = Float.NaN;
      x[1 + at] = -100;
      assertEquals(100, BEST.magnitude(x, 1, n));
      assertEquals(100, PLAIN.magnitude(x, 1, n));
    }
    assertEquals(0, BEST.magnitude(new float[] {Float.NaN}, 0, 1));
  }

  @ParameterizedTest
  @MethodSource("awkwardLengths")
  void theFusedMagnitudeEqualsItsTwoHalves(int n) {
    float[] x = floats(n + 2, 6);
    float[] separate = floats(n + 1, 7);
    float[] fused = separate.clone();
    float[] plain = separate.clone();
    PLAIN.axpy(-2.5f, x, 1, separate, 1, n);
    float expected = PLAIN.magnitude(separate, 1, n);
    assertEquals(expected, BEST.axpyMagnitude(-2.5f, x, 1, fused, 1, n));
    assertEquals(expected, PLAIN.axpyMagnitude(-2.5f, x, 1, plain, 1, n));
    assertArrayEquals(separate, fused);
    assertArrayEquals(separate, plain);
  }

  @ParameterizedTest
  @MethodSource("awkwardLengths")
  void bothTwinsTakeTheSameStepOfAdam(int n) {
    AdamStep step = new AdamStep(0.5f, 0.01f, 0.99f, 0.9f, 0.999f, 0.1f, 3f, 1e-8f);
    float[] p = floats(n, 1);
    float[] g = floats(n, 2);
    float[] m = floats(n + 3, 3);
    float[] v = floats(n + 3, 4);
    for (int i = 0; i < v.length; i++) {
      v[i] *= v[i];
    }
    float[] p2 = p.clone();
    float[] m2 = m.clone();
    float[] v2 = v.clone();
    PLAIN.adam(p, g.clone(), m, v, 3, n, step);
    BEST.adam(p2, g.clone(), m2, v2, 3, n, step);
    assertArrayEquals(p, p2);
    assertArrayEquals(m, m2);
    assertArrayEquals(v, v2);
  }

  @Test
  void aStretchBeyondTheArrayIsRefusedByBothTwins() {
    for (Kernel kernel : new Kernel[] {PLAIN, BEST}) {
      assertThrows(
          IndexOutOfBoundsException.class,
          () -> kernel.dot(new float[40], 0, new float[39], 0, 40));
      assertThrows(IndexOutOfBoundsException.class, () -> kernel.argmax(new double[40], 10, 40));
    }
  }

  @Test
  void theGuardedFmaRoundsOnceWhereTheProcessorCan() {
    double a = 1 + 0x1p-30;
    double exact = 0x1p-60; // what (1 + 2^-30)^2 has beyond 1 + 2^-29, lost by a second rounding
    assertEquals(Fma.HARDWARE ? exact : 0, Fma.of(a, a, -(1 + 0x1p-29)));
    float b = 1 + 0x1p-13f;
    assertEquals(Fma.HARDWARE ? 0x1p-26f : 0, Fma.of(b, b, -(1 + 0x1p-12f)));
  }

  private static float[] floats(int n, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] x = new float[n];
    for (int i = 0; i < n; i++) {
      x[i] = (float) (random.nextDouble() * 2 - 1);
    }
    return x;
  }

  private static double[] widen(float[] x) {
    double[] wide = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      wide[i] = x[i];
    }
    return wide;
  }

  private static double exactDot(double[] a, int aFrom, double[] b, int bFrom, int n) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < n; i++) {
      sum = sum.add(new BigDecimal(a[aFrom + i]).multiply(new BigDecimal(b[bFrom + i])));
    }
    return sum.doubleValue();
  }
}
