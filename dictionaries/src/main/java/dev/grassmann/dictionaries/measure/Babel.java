package dev.grassmann.dictionaries.measure;

import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.dictionaries.Directions;
import dev.grassmann.engine.RowRanges;

/**
 * The Babel function of a set of unit vectors (Tropp 2004): mu_1(r) is the largest sum, over the
 * vectors, of the r largest absolute cosines with other vectors. 0 for orthogonal sets; r where r
 * others point the same way.
 */
public final class Babel {
  /** Cosines held at a time. */
  private static final int BLOCK = 1 << 22;

  private static final int ROWS = 8;

  private Babel() {}

  /**
   * mu_1(1) to mu_1(most) of a set. O(n² d).
   *
   * @param rows n × d, rows of norm 1 (or 0: such a row is orthogonal to all)
   * @param most largest r, at least 1; r beyond n - 1 have the value of n - 1
   */
  public static double[] curve(float[] rows, int n, int d, int most) {
    double[] curve = new double[most];
    int block = Math.max(1, Math.min(n, BLOCK / n));
    float[] cosines = new float[Math.multiplyExact(block, n)];
    double[][] sums = new double[block][most];
    try (Directions directions = new Directions(rows, n, d, null)) {
      for (int start = 0; start < n; start += block) {
        int first = start;
        int count = Math.min(block, n - first);
        directions.of(rows, first * d, count, cosines);
        RowRanges.forEach(
            count,
            ROWS,
            (from, to) -> {
              for (int i = from; i < to; i++) {
                cosines[i * n + first + i] = 0; // with itself
                sumLargest(cosines, i * n, n, sums[i]);
              }
            });
        for (int i = 0; i < count; i++) {
          for (int r = 0; r < most; r++) {
            curve[r] = Math.max(curve[r], sums[i][r]);
          }
        }
      }
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

  /** Sums of the largest, two largest, ... absolute values, by a short sorted list. */
  private static void sumLargest(float[] values, int at, int n, double[] sums) {
    float[] largest = new float[sums.length];
    for (int j = 0; j < n; j++) {
      float value = Math.abs(values[at + j]);
      if (value > largest[largest.length - 1]) {
        int place = largest.length - 1;
        while (place > 0 && largest[place - 1] < value) {
          largest[place] = largest[--place];
        }
        largest[place] = value;
      }
    }
    double sum = 0;
    for (int r = 0; r < sums.length; r++) {
      sum += largest[r];
      sums[r] = sum;
    }
  }
}
