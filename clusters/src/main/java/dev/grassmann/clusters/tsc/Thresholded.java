package dev.grassmann.clusters.tsc;

import dev.grassmann.clusters.Points;
import dev.grassmann.clusters.spectral.CodeRows;
import dev.grassmann.clusters.spectral.Top;
import dev.grassmann.core.data.SparseMatrix;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.RowRanges;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import org.bytedeco.pytorch.Tensor;

/** Each point's largest |x_iᵀx_j| as weights; blocks of inner products, never all of them. */
final class Thresholded {
  private static final int BLOCK = 256;

  private Thresholded() {}

  /**
   * Directed weights exp(-2 arccos |x_iᵀx_j|) from each point to the q it is most aligned with, of
   * equally aligned ones those of smaller number.
   */
  static SparseMatrix weights(Points points, int q, Run run) {
    int n = points.n();
    int kept = Math.min(q, n - 1);
    CodeRows rows = new CodeRows(n);
    try (Scope scope = Scope.open()) {
      Tensor all = Tensors.of(points.rows(), n, points.d());
      for (int from = 0; from < n; from += BLOCK) {
        run.step("correlations", from, n);
        int count = Math.min(BLOCK, n - from);
        double[] products;
        try (Scope block = Scope.open()) {
          products = Tensors.doubles(all.narrow(0, from, count).matmul(all.t()).abs_());
        }
        int first = from;
        RowRanges.forEach(
            count, 8, (lo, hi) -> pick(products, first, lo, hi, n, new Top(kept), rows));
      }
    }
    run.step("correlations", n, n);
    return rows.toMatrix();
  }

  private static void pick(
      double[] products, int first, int lo, int hi, int n, Top top, CodeRows rows) {
    int[] place = new int[n];
    double[] value = new double[n];
    for (int i = lo; i < hi; i++) {
      top.clear();
      for (int j = 0; j < n; j++) {
        if (j != first + i) {
          top.offer(j, products[i * n + j]);
        }
      }
      int count = top.copyTo(place, value, 0);
      for (int e = 0; e < count; e++) {
        value[e] = Math.exp(-2 * Math.acos(Math.min(1, value[e])));
      }
      rows.put(first + i, place, value, count);
    }
  }
}
