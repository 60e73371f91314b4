package dev.grassmann.dictionaries.standard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.dictionaries.ActiveCodes;
import dev.grassmann.engine.LibTorch;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is chosen by way of bfloat16 must be what exact arithmetic chooses. */
class ScreeningTest {
  private static final int D = 30;
  private static final int FEATURES = 700;
  private static final int ROWS = 60;
  private static final int K = 5;

  @BeforeAll
  static void start() {
    LibTorch.start(2);
  }

  private static float[] numbers(int count, double size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) (size * random.nextGaussian());
    }
    return numbers;
  }

  private static Weights weights(long seed) {
    return new Weights(
        FEATURES,
        D,
        numbers(FEATURES * D, 1 / Math.sqrt(D), seed),
        new float[FEATURES * D],
        numbers(FEATURES, 0.3, seed + 1),
        numbers(D, 0.5, seed + 2));
  }

  /** Pre-activations of a row in float64. */
  private static double[] exact(Weights w, float[] x, int b) {
    double[] a = new double[FEATURES];
    for (int j = 0; j < FEATURES; j++) {
      a[j] = w.encoderBias()[j];
      for (int c = 0; c < D; c++) {
        a[j] += ((double) x[b * D + c] - w.bias()[c]) * w.encoder()[j * D + c];
      }
    }
    return a;
  }

  private static void requireTheLargest(Weights w, float[] x, ActiveCodes codes) {
    assertEquals(ROWS, codes.rows());
    for (int b = 0; b < ROWS; b++) {
      double[] a = exact(w, x, b);
      int[] largest =
          IntStream.range(0, FEATURES)
              .boxed()
              .filter(j -> a[j] > 0)
              .sorted(Comparator.comparingDouble(j -> -a[j]))
              .limit(K)
              .mapToInt(j -> j)
              .sorted()
              .toArray();
      int from = codes.start()[b];
      int to = codes.start()[b + 1];
      assertArrayEquals(largest, Arrays.copyOfRange(codes.latent(), from, to), "row " + b);
      for (int e = from; e < to; e++) {
        double truth = a[codes.latent()[e]];
        assertEquals(truth, codes.value()[e], 1e-5 * (1 + Math.abs(truth)));
      }
    }
  }

  @Test
  void theLargestOfManyRowsAreThoseOfExactArithmetic() {
    for (int seed = 0; seed < 20; seed++) {
      Weights w = weights(10 * seed);
      float[] x = numbers(ROWS * D, 2, seed + 1000);
      requireTheLargest(w, x, Screening.choose(w, x, ROWS, K));
    }
  }

  @Test
  void numbersThatBfloat16CannotTellApartAreToldApart() {
    Weights w = weights(3);
    float[] x = numbers(ROWS * D, 2, 4);
    SplittableRandom random = new SplittableRandom(5);
    for (int j = 1; j < FEATURES; j++) { // all latents nearly the same one
      for (int c = 0; c < D; c++) {
        w.encoder()[j * D + c] = w.encoder()[c] + (float) (1e-3 * random.nextGaussian());
      }
      w.encoderBias()[j] = 10;
    }
    w.encoderBias()[0] = 10;
    requireTheLargest(w, x, Screening.choose(w, x, ROWS, K));
  }

  @Test
  void aLatentOfAnotherSizeSpoilsNothing() {
    Weights w = weights(6);
    for (int c = 0; c < D; c++) {
      w.encoder()[17 * D + c] *= 1000;
      w.encoder()[18 * D + c] *= 1e-6f;
    }
    float[] x = numbers(ROWS * D, 2, 7);
    requireTheLargest(w, x, Screening.choose(w, x, ROWS, K));
    HalfRows rows = HalfRows.ofLatents(w);
    short[] out = new short[HalfRows.columns(D)];
    for (int j = 0; j < FEATURES; j++) {
      rows.row(j, out, 0);
    }
    rows.bound();
    assertTrue(Arrays.stream(rows.apart()).anyMatch(j -> j == 17));
    assertTrue(rows.largestNorm() < 4, "the bound is that of the others");
  }

  @Test
  void rowsWithFewerThanKAboveZeroGiveThoseThatThereAre() {
    Weights w = weights(8);
    Arrays.fill(w.encoderBias(), -3);
    float[] x = numbers(ROWS * D, 1, 9);
    for (int c = 0; c < D; c++) {
      x[c] = w.bias()[c]; // the first row: nothing but the bias
      x[D + c] = 20 * x[D + c]; // the second: much above it
    }
    ActiveCodes codes = Screening.choose(w, x, ROWS, K);
    assertEquals(0, codes.start()[1]);
    assertEquals(K, codes.start()[2] - codes.start()[1]);
    requireTheLargest(w, x, codes);
  }

  @Test
  void combinationsOfDirectionsAreSumsOverEachRowsEntries() {
    Weights w = weights(12);
    float[] x = numbers(ROWS * D, 2, 13);
    ActiveCodes codes = Screening.choose(w, x, ROWS, K);
    float[] sums =
        ByLatent.of(codes, FEATURES).combinations(codes.value(), w.encoder(), w.bias(), D);
    for (int b = 0; b < ROWS; b++) {
      for (int c = 0; c < D; c++) {
        double truth = w.bias()[c];
        for (int e = codes.start()[b]; e < codes.start()[b + 1]; e++) {
          truth += (double) codes.value()[e] * w.encoder()[codes.latent()[e] * D + c];
        }
        assertEquals(truth, sums[b * D + c], 1e-5);
      }
    }
  }
}
