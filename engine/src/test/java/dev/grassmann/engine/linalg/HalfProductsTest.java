package dev.grassmann.engine.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.grassmann.engine.kernel.Kernel;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HalfProductsTest {
  private static final int K = 70;

  private static float[] numbers(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }

  private static HalfProducts.Source source(float[] x) {
    return (i, out, at) -> Kernel.plain().toHalf(x, i * K, K, out, at);
  }

  private static double rounded(float[] x, int i) {
    short[] half = new short[1];
    Kernel.plain().toHalf(x, i, 1, half, 0);
    return Float.intBitsToFloat(half[0] << 16);
  }

  @Test
  void aProductOfHalvesIsThatOfTheRoundedNumbersRoundedOnce() {
    int n = 101;
    int rows = 77;
    float[] a = numbers((rows + 5) * K, 1);
    float[] b = numbers(n * K, 2);
    int[] seen = new int[1];
    try (HalfProducts products = new HalfProducts(source(b), n, K)) {
      products.of(
          source(a),
          5,
          rows,
          lent -> {
            short[] row = new short[n];
            for (int i = 0; i < rows; i++) {
              lent.row(i, row);
              for (int j = 0; j < n; j++) {
                double truth = 0;
                for (int c = 0; c < K; c++) {
                  truth += rounded(a, (5 + i) * K + c) * rounded(b, j * K + c);
                }
                double allowed = Math.abs(truth) * 0x1p-8 + 1e-4;
                assertEquals(truth, Float.intBitsToFloat(row[j] << 16), allowed);
                seen[0]++;
              }
            }
          });
    }
    assertEquals(rows * n, seen[0]);
  }
}
