package dev.grassmann.engine.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ProductsTest {
  private static final int M = 7;
  private static final int K = 13;
  private static final int N = 5;

  private final double[] a = Matrices.normal(M * K, 1);
  private final double[] b = Matrices.normal(K * N, 2);
  private final double[] truth = Matrices.multiply(a, b, M, K, N);

  @Test
  void multipliesInEveryArrangementAndBothPrecisions() {
    double[] at = Matrices.transpose(a, M, K);
    double[] bt = Matrices.transpose(b, K, N);
    assertEquals(0, Matrices.largestDifference(truth, Products.multiply(a, b, M, K, N)), 1e-13);
    assertEquals(
        0, Matrices.largestDifference(truth, Products.multiplyTransposed(a, bt, M, K, N)), 1e-13);
    assertEquals(
        0, Matrices.largestDifference(truth, Products.transposedMultiply(at, b, M, K, N)), 1e-13);
    float[] fa = Matrices.floats(a);
    float[] fb = Matrices.floats(b);
    check(Products.multiply(fa, fb, M, K, N));
    check(Products.multiplyTransposed(fa, Matrices.floats(bt), M, K, N));
    check(Products.transposedMultiply(Matrices.floats(at), fb, M, K, N));
  }

  private void check(float[] product) {
    for (int i = 0; i < truth.length; i++) {
      assertEquals(truth[i], product[i], 1e-5);
    }
  }

  @Test
  void namesTheMatrixWhoseSizeIsWrong() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> Products.multiply(new float[6], new float[5], 2, 3, 2));
    assertEquals("b has 5 numbers, not 3 x 2", refused.getMessage());
  }
}
