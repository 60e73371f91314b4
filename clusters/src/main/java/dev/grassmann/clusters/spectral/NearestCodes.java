package dev.grassmann.clusters.spectral;

import dev.grassmann.core.data.SparseMatrix;
import dev.grassmann.engine.RowRanges;
import java.util.Arrays;

/**
 * Who is written alike: for each point the points whose rows of coefficients, scaled to length 1,
 * are nearest. Nearest rows of length 1 are those of the largest inner products, and only rows that
 * share an atom have one that is not 0: a point that shares atoms with few points has few
 * neighbours.
 */
final class NearestCodes {
  private NearestCodes() {}

  /**
   * 1 from each point to each of its nearest; of equally near ones those of smaller number.
   *
   * @param codes n × n: row i holds what point i is written with
   */
  static SparseMatrix of(SparseMatrix codes, int nearest) {
    int n = codes.rows();
    double[] length = lengths(codes);
    SparseMatrix users = codes.transpose(); // row a: who is written with atom a
    CodeRows rows = new CodeRows(n);
    RowRanges.forEach(
        n,
        16,
        (from, to) -> {
          double[] product = new double[n];
          Top best = new Top(Math.min(nearest, n));
          int[] place = new int[n];
          double[] value = new double[n];
          for (int i = from; i < to; i++) {
            Arrays.fill(product, 0);
            for (int e = codes.start(i); e < codes.start(i + 1); e++) {
              int atom = codes.column(e);
              for (int u = users.start(atom); u < users.start(atom + 1); u++) {
                product[users.column(u)] += codes.value(e) * users.value(u);
              }
            }
            best.clear();
            for (int j = 0; j < n; j++) {
              if (j != i && product[j] > 0) {
                best.offer(j, product[j] / length[j]);
              }
            }
            int count = best.copyTo(place, value, 0);
            Arrays.fill(value, 0, count, 1);
            rows.put(i, place, value, count);
          }
        });
    return rows.toMatrix();
  }

  private static double[] lengths(SparseMatrix codes) {
    double[] length = new double[codes.rows()];
    for (int i = 0; i < length.length; i++) {
      double square = 0;
      for (int e = codes.start(i); e < codes.start(i + 1); e++) {
        square += codes.value(e) * codes.value(e);
      }
      length[i] = Math.sqrt(square);
    }
    return length;
  }
}
