package dev.grassmann.clusters.ssc;

import dev.grassmann.clusters.Points;
import dev.grassmann.core.data.SparseMatrix;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.RowRanges;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import java.util.concurrent.atomic.AtomicInteger;
import org.bytedeco.pytorch.Tensor;

/**
 * Orthogonal matching pursuit of every point on all others from their inner products alone (the
 * idea of Batch-OMP: Rubinstein, Zibulevsky, Elad 2008). With h_t = (inner products of all points
 * with the t-th direction), the correlations of the residual lose z_t h_t a step, and h_t is the
 * chosen atom's row of the Gram matrix less what earlier directions hold of it: O(n t) at step t,
 * whatever the dimension. Memory 8 n² bytes.
 */
final class GramPursuit {
  /** Rows of the Gram matrix an array: 2^31 numbers are reached at 33 million points. */
  private static final int ROWS = 64;

  private final Points points;
  private final int most;
  private final double threshold;
  private final double[][] gram;

  GramPursuit(Points points, int most, double threshold) {
    this.points = points;
    this.most = most;
    this.threshold = threshold;
    this.gram = new double[(points.n() + ROWS - 1) / ROWS][];
  }

  SparseMatrix codes(Run run) {
    multiply(run);
    int n = points.n();
    Codes codes = new Codes(n, most);
    AtomicInteger done = new AtomicInteger();
    RowRanges.forEach(
        n,
        16,
        (from, to) -> {
          Column column = new Column();
          for (int i = from; i < to; i++) {
            if (i % 64 == 0) {
              run.step("matching pursuit", done.get(), n);
            }
            codes.put(i, column.pursue(i));
            done.incrementAndGet();
          }
        });
    return codes.toMatrix();
  }

  private void multiply(Run run) {
    int n = points.n();
    try (Scope scope = Scope.open()) {
      Tensor all = Tensors.of(points.rows(), n, points.d());
      for (int block = 0; block < gram.length; block++) {
        int from = block * ROWS;
        run.step("inner products", from, n);
        try (Scope product = Scope.open()) {
          Tensor some = all.narrow(0, from, Math.min(ROWS, n - from));
          gram[block] = Tensors.doubles(some.matmul(all.t()));
        }
      }
    }
  }

  /** One thread's working memory. */
  private final class Column {
    private final int n = points.n();
    private final Pursuit pursuit = new Pursuit(points, most);
    private final double[] correlation = new double[n];
    private final double[][] direction = new double[Math.max(1, most - 1)][n];
    private final double[] parts = new double[most];

    Pursuit pursue(int i) {
      System.arraycopy(gram[i / ROWS], i % ROWS * n, correlation, 0, n);
      pursuit.start(i);
      boolean more = true;
      while (more) {
        more = step(i);
      }
      return pursuit;
    }

    private boolean step(int i) {
      int t = pursuit.size();
      correlation[i] = 0; // a point does not write itself
      for (int u = 0; u < t; u++) {
        correlation[pursuit.support(u)] = 0;
      }
      int atom = Largest.magnitude(correlation, n);
      double[] rows = gram[atom / ROWS];
      int row = atom % ROWS * n;
      double own = rows[row + atom];
      for (int u = 0; u < t; u++) {
        parts[u] = direction[u][atom];
        own -= parts[u] * parts[u];
      }
      if (own < Pursuit.DEPENDENT || Math.abs(correlation[atom]) < Pursuit.SILENT) {
        return false;
      }
      double length = Math.sqrt(own);
      double step = correlation[atom] / length;
      boolean more = pursuit.add(atom, step * step, threshold);
      if (more) {
        System.arraycopy(rows, row, direction[t], 0, n);
        advance(t, 1 / length, step);
      }
      return more;
    }

    /**
     * h_t = (g - sum of parts_u h_u) · scale in place of g, and the correlations lose step · h_t.
     */
    private void advance(int t, double scale, double step) {
      double[] next = direction[t];
      int u = 0;
      for (; u + 1 < t; u += 2) { // two at a time: half the loads and stores of next
        double[] one = direction[u];
        double[] two = direction[u + 1];
        double a = parts[u];
        double b = parts[u + 1];
        for (int p = 0; p < n; p++) {
          next[p] -= a * one[p] + b * two[p];
        }
      }
      if (u < t) {
        double[] one = direction[u];
        double a = parts[u];
        for (int p = 0; p < n; p++) {
          next[p] -= a * one[p];
        }
      }
      for (int p = 0; p < n; p++) {
        next[p] *= scale;
        correlation[p] -= step * next[p];
      }
    }
  }
}
