package dev.grassmann.engine.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecompositionsTest {

  @ParameterizedTest
  @CsvSource({"9, 4", "4, 9", "6, 6", "5, 1", "1, 5"})
  void theThinSvdRebuildsTheMatrixFromOrthonormalVectors(int m, int n) {
    double[] a = Matrices.normal(m * n, m * 31 + n);
    Svd svd = Svd.thin(a, m, n);
    int k = Math.min(m, n);
    assertEquals(k, svd.k());
    assertEquals(0, Matrices.lossOfOrthonormality(svd.u(), m, k), 1e-14);
    assertEquals(0, Matrices.lossOfOrthonormality(svd.v(), n, k), 1e-14);
    double[] us = Matrices.scaleColumns(svd.u(), svd.s());
    double[] rebuilt = Matrices.multiply(us, Matrices.transpose(svd.v(), n, k), m, k, n);
    assertEquals(0, Matrices.largestDifference(a, rebuilt), 1e-13);
    for (int j = 1; j < k; j++) {
      assertTrue(svd.s()[j - 1] >= svd.s()[j]);
    }
    assertArrayEquals(svd.s(), Svd.values(a, m, n), 1e-13);
  }

  @Test
  void signsDoNotDependOnTheSignOfTheMatrix() {
    double[] a = Matrices.normal(12, 5);
    double[] negative = Matrices.scaleColumns(a, new double[] {-1, -1, -1});
    assertArrayEquals(Svd.thin(a, 4, 3).v(), Svd.thin(negative, 4, 3).v(), 1e-14);
  }

  @Test
  void theTruncatedSvdIsTheBeginningOfTheThinOne() {
    double[] a = Matrices.normal(8 * 6, 9);
    Svd thin = Svd.thin(a, 8, 6);
    Svd two = Svd.truncated(a, 8, 6, 2);
    assertArrayEquals(Arrays.copyOf(thin.s(), 2), two.s(), 1e-13);
    for (int i = 0; i < 8; i++) {
      assertEquals(thin.u()[i * 6 + 1], two.u()[i * 2 + 1], 1e-13);
    }
  }

  /** Spectrum 1, 1/2, 1/4, ...: the truth is known by construction. */
  @Test
  void theRandomisedSvdFindsAKnownSpectrumOfCentredRows() {
    int n = 5000;
    int d = 40;
    double[] u = Qr.of(centredColumns(Matrices.normal(n * d, 3), n, d), n, d).q();
    double[] v = Qr.of(Matrices.normal(d * d, 4), d, d).q();
    double[] s = new double[d];
    for (int j = 0; j < d; j++) {
      s[j] = 100 * Math.pow(0.5, j);
    }
    double[] a =
        Matrices.multiply(Matrices.scaleColumns(u, s), Matrices.transpose(v, d, d), n, d, d);
    double[] centre = Matrices.normal(d, 5);
    for (int i = 0; i < a.length; i++) {
      a[i] += centre[i % d];
    }
    Vectors rows = Vectors.of(Matrices.floats(a), n, d);
    Svd svd = Svd.randomised(rows, centre, 6, Sketch.DEFAULT, 1);
    for (int j = 0; j < 6; j++) {
      assertEquals(s[j], svd.s()[j], 1e-5 * s[j] + 1e-4);
    }
    assertEquals(0, Matrices.lossOfOrthonormality(svd.v(), d, 6), 1e-12);
    assertEquals(0, Matrices.lossOfOrthonormality(svd.u(), n, 6), 1e-4);
    for (int j = 0; j < 6; j++) {
      double cosine = 0;
      for (int i = 0; i < d; i++) {
        cosine += v[i * d + j] * svd.v()[i * 6 + j];
      }
      assertEquals(1, Math.abs(cosine), 1e-8);
    }
    assertArrayEquals(svd.u(), Svd.randomised(rows, centre, 6, Sketch.DEFAULT, 1).u());
  }

  private static double[] centredColumns(double[] a, int n, int d) {
    double[] mean = new double[d];
    for (int i = 0; i < a.length; i++) {
      mean[i % d] += a[i] / n;
    }
    double[] centred = a.clone();
    for (int i = 0; i < a.length; i++) {
      centred[i] -= mean[i % d];
    }
    return centred;
  }

  @ParameterizedTest
  @CsvSource({"7, 4", "4, 4", "3, 5"})
  void qrGivesAnUpperTriangleWithAPositiveDiagonal(int m, int n) {
    double[] a = Matrices.normal(m * n, 11);
    Qr qr = Qr.of(a, m, n);
    int k = Math.min(m, n);
    assertEquals(0, Matrices.lossOfOrthonormality(qr.q(), m, k), 1e-14);
    assertEquals(
        0, Matrices.largestDifference(a, Matrices.multiply(qr.q(), qr.r(), m, k, n)), 1e-14);
    for (int i = 0; i < k; i++) {
      assertTrue(qr.r()[i * n + i] > 0);
      for (int j = 0; j < i; j++) {
        assertEquals(0, Math.abs(qr.r()[i * n + j]));
      }
    }
  }

  @Test
  void thePolarFactorUndoesAStretch() {
    double[] q = Qr.of(Matrices.normal(6 * 3, 1), 6, 3).q();
    double[] g = Matrices.normal(9, 2);
    double[] stretch = Matrices.multiply(g, Matrices.transpose(g, 3, 3), 3, 3, 3); // SPD
    double[] a = Matrices.multiply(q, stretch, 6, 3, 3);
    assertEquals(0, Matrices.largestDifference(q, Polar.orthonormal(a, 6, 3)), 1e-12);
  }

  @Test
  void choleskySolvesInvertsAndGivesTheDeterminant() {
    double[] a = {4, 2, 2, 3}; // det 8
    Cholesky plain = Cholesky.of(a, 2, 0);
    assertArrayEquals(new double[] {-0.125, 0.75}, plain.solve(new double[] {1, 2}, 1), 1e-15);
    assertArrayEquals(new double[] {0.375, -0.25, -0.25, 0.5}, plain.inverse(), 1e-15);
    assertEquals(Math.log(8), plain.logDeterminant(), 1e-15);
    assertArrayEquals(new double[] {2, 0, 1, Math.sqrt(2)}, plain.lower(), 1e-15);
    // (A + I) x = (5, 2)ᵀ has x = (1, 0)ᵀ
    assertArrayEquals(
        new double[] {1, 0}, Cholesky.of(a, 2, 1).solve(new double[] {5, 2}, 1), 1e-15);
  }

  @Test
  void choleskyRefusesAMatrixThatIsNotPositiveDefinite() {
    InputException refused =
        assertThrows(InputException.class, () -> Cholesky.of(new double[] {1, 2, 2, 1}, 2, 0.5));
    assertEquals(
        "the matrix is not positive definite (leading minor 2 of 2); raise the ridge above 0.5",
        refused.getMessage());
  }
}
