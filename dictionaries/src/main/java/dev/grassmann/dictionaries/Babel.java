package dev.grassmann.dictionaries;

import dev.grassmann.core.result.SparseCodes;
import java.util.Arrays;

/**
 * The Babel function of a set of unit vectors (Tropp 2004): mu_1(r) is the largest sum, over the
 * vectors, of the r largest absolute cosines with other vectors. 0 for orthogonal sets; r where r
 * others point the same way.
 */
public final class Babel {
  private Babel() {}

  /**
   * mu_1(1) to mu_1(most) of a set.
   *
   * @param rows n × d, rows of norm 1 (or 0: such a row is orthogonal to all)
   * @param most largest r, 1 to n - 1
   */
  public static double[] curve(float[] rows, int n, int d, int most) {
    double[] curve = new double[most];
    double[] others = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        others[j] = i == j ? 0 : Math.abs(dot(rows, i * d, j * d, d));
      }
      raise(curve, others);
    }
    return curve;
  }

  /**
   * The curve averaged over the sets of atoms that rows of codes use together; rows with fewer than
   * r + 1 atoms do not count towards r, and an r that no row reaches is NaN.
   *
   * @param atoms p × d, rows of norm 1
   */
  public static double[] coActive(float[] atoms, int d, SparseCodes codes, int most) {
    double[] sums = new double[most];
    int[] rows = new int[most];
    for (int row = 0; row < codes.n(); row++) {
      int size = codes.count(row);
      int reach = Math.min(most, size - 1);
      if (reach < 1) {
        continue;
      }
      float[] set = new float[size * d];
      for (int s = 0; s < size; s++) {
        System.arraycopy(atoms, codes.latent(codes.start(row) + s) * d, set, s * d, d);
      }
      double[] curve = curve(set, size, d, reach);
      for (int r = 0; r < reach; r++) {
        sums[r] += curve[r];
        rows[r]++;
      }
    }
    for (int r = 0; r < most; r++) {
      sums[r] /= rows[r]; // 0 / 0 is the NaN that is promised
    }
    return sums;
  }

  /** Raises the curve to one vector's sums where these are larger. */
  private static void raise(double[] curve, double[] others) {
    double[] sorted = others.clone();
    Arrays.sort(sorted);
    double sum = 0;
    for (int r = 0; r < curve.length; r++) {
      sum += sorted[sorted.length - 1 - r];
      curve[r] = Math.max(curve[r], sum);
    }
  }

  private static double dot(float[] rows, int a, int b, int d) {
    double sum = 0;
    for (int c = 0; c < d; c++) {
      sum += (double) rows[a + c] * rows[b + c];
    }
    return sum;
  }
}
