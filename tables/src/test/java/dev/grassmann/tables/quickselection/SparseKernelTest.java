package dev.grassmann.tables.quickselection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparseKernelTest {
  private final SparseKernel plain = new PlainSparse();
  private final SparseKernel vector = new VectorSparse();
  private final SplittableRandom random = new SplittableRandom(4);

  @Test
  void theTestsRunWithTheVectorApi() {
    assertInstanceOf(VectorSparse.class, SparseKernel.best());
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 32, 48, 64, 80, 112, 144, 208})
  void twinsGatherTheSameBytes(int stride) {
    float[] in = numbers(9 * stride, 1);
    float[] weight = numbers(6, 1);
    int[] source = {8, 0, 3, 3, 7, 1};
    for (int lo = 0; lo < stride; lo += 16) {
      float[] a = new float[2 * stride];
      float[] b = new float[2 * stride];
      plain.gather(0.3f, weight, source, 1, 6, in, stride, lo, stride, a, stride);
      vector.gather(0.3f, weight, source, 1, 6, in, stride, lo, stride, b, stride);
      assertArrayEquals(a, b);
      double expected = 0.3;
      for (int e = 1; e < 6; e++) {
        expected += (double) weight[e] * in[source[e] * stride + stride - 1];
      }
      assertEquals(expected, a[2 * stride - 1], 1e-5);
      assertEquals(0, a[stride + lo - 1], "what lies before stays");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 32, 48, 112, 1008})
  void gradientsAreThoseOfDoublePrecision(int stride) {
    float[] before = numbers(9 * stride, 1);
    float[] after = numbers(3 * stride, 1);
    int[] source = {5, 8, 0, 3, 3, 7, 1, 2, 4};
    for (int from = 0; from < 4; from++) {
      float[] a = new float[9];
      float[] b = new float[9];
      plain.gradients(source, from, 9, before, stride, after, 2 * stride, a);
      vector.gradients(source, from, 9, before, stride, after, 2 * stride, b);
      for (int e = from; e < 9; e++) {
        double expected = 0;
        for (int i = 0; i < stride; i++) {
          expected += (double) before[source[e] * stride + i] * after[2 * stride + i];
        }
        assertEquals(expected, a[e - from], 1e-4);
        assertEquals(expected, b[e - from], 1e-4);
      }
    }
  }

  @Test
  void sumsAreThoseOfDoublePrecision() {
    float[] a = numbers(144, 1);
    double expected = 0;
    for (int i = 32; i < 144; i++) {
      expected += a[i];
    }
    assertEquals(expected, plain.sum(a, 32, 112), 1e-5);
    assertEquals(expected, vector.sum(a, 32, 112), 1e-5);
  }

  @Test
  void twinsTakeTheSameErrorsAndWayBack() {
    float[] z = numbers(64, 1);
    float[] target = numbers(128, 1);
    float[] squares = numbers(64, 1);
    float[] otherTarget = target.clone();
    float[] otherSquares = squares.clone();
    float before = target[64 + 17];
    float sum = squares[17];
    plain.error(z, 0.8f, target, 64, squares, 16, 48);
    vector.error(z, 0.8f, otherTarget, 64, otherSquares, 16, 48);
    assertArrayEquals(target, otherTarget);
    assertArrayEquals(squares, otherSquares);
    assertEquals(0.8f * z[17] - before, target[64 + 17], 1e-6);
    assertEquals(sum + target[64 + 17] * target[64 + 17], squares[17], 1e-6);
    float s = target[64 + 20];
    plain.back(z, target, 64, 16, 48);
    vector.back(z, otherTarget, 64, 16, 48);
    assertArrayEquals(target, otherTarget);
    assertEquals(z[20] * s * (1 - s), target[64 + 20], 1e-6);
  }

  @Test
  void theSigmoidIsAccurateWhereverItIsNotFlat() {
    float[] a = numbers(16_000, 12);
    float[] z = a.clone();
    float[] b = a.clone();
    plain.sigmoid(a, 0, a.length);
    vector.sigmoid(b, 0, b.length);
    assertArrayEquals(a, b);
    for (int i = 0; i < z.length; i++) {
      double exact = 1 / (1 + Math.exp(-z[i]));
      assertEquals(exact, a[i], 3e-7 * exact + 1e-12, "at " + z[i]);
    }
  }

  @Test
  void theSigmoidHasItsLimitsAndPassesNaNOn() {
    float[] z = new float[16];
    z[0] = Float.POSITIVE_INFINITY;
    z[1] = Float.NEGATIVE_INFINITY;
    z[2] = Float.NaN;
    z[3] = 500;
    z[4] = -500;
    float[] twin = z.clone();
    plain.sigmoid(z, 0, 16);
    vector.sigmoid(twin, 0, 16);
    assertArrayEquals(z, twin);
    assertEquals(1, z[0]);
    assertEquals(0, z[1], 1e-37);
    assertEquals(Float.NaN, z[2]);
    assertEquals(1, z[3]);
    assertEquals(0, z[4], 1e-37);
    assertEquals(0.5f, z[5]);
  }

  private float[] numbers(int count, double spread) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) (spread * random.nextGaussian());
    }
    return numbers;
  }
}
