package dev.grassmann.tables.screening.mixed;

import java.util.Arrays;

/** Row-major square matrices of a handful of rows. */
final class SmallMatrix {
  private SmallMatrix() {}

  /**
   * The lower Cholesky factor, in place of the lower triangle; the upper one is left as it was.
   *
   * @return whether the matrix was positive definite
   */
  static boolean factor(double[] a, int n) {
    for (int j = 0; j < n; j++) {
      double pivot = a[j * n + j];
      for (int k = 0; k < j; k++) {
        pivot -= a[j * n + k] * a[j * n + k];
      }
      if (!(pivot > 0)) {
        return false;
      }
      double root = Math.sqrt(pivot);
      a[j * n + j] = root;
      for (int i = j + 1; i < n; i++) {
        double sum = a[i * n + j];
        for (int k = 0; k < j; k++) {
          sum -= a[i * n + k] * a[j * n + k];
        }
        a[i * n + j] = sum / root;
      }
    }
    return true;
  }

  /** Solves with the factor, in place. */
  static void solve(double[] factor, int n, double[] b) {
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < i; k++) {
        b[i] -= factor[i * n + k] * b[k];
      }
      b[i] /= factor[i * n + i];
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++) {
        b[i] -= factor[k * n + i] * b[k];
      }
      b[i] /= factor[i * n + i];
    }
  }

  /** The inverse of the matrix that was factored. */
  static double[] inverse(double[] factor, int n) {
    double[] inverse = new double[n * n];
    double[] unit = new double[n];
    for (int j = 0; j < n; j++) {
      Arrays.fill(unit, 0);
      unit[j] = 1;
      solve(factor, n, unit);
      for (int i = 0; i < n; i++) {
        inverse[i * n + j] = unit[i];
      }
    }
    return inverse;
  }

  /** a b, all n by n. */
  static double[] times(double[] a, double[] b, int n) {
    double[] product = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        for (int j = 0; j < n; j++) {
          product[i * n + j] += a[i * n + k] * b[k * n + j];
        }
      }
    }
    return product;
  }

  static double[] transposed(double[] a, int n) {
    double[] transposed = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        transposed[j * n + i] = a[i * n + j];
      }
    }
    return transposed;
  }
}
