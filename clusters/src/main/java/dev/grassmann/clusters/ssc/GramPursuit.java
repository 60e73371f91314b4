package dev.grassmann.clusters.ssc;

import dev.grassmann.clusters.Points;
import dev.grassmann.core.data.SparseMatrix;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.RowRanges;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import dev.grassmann.engine.kernel.Kernel;
import java.util.concurrent.atomic.AtomicInteger;
import org.bytedeco.pytorch.Tensor;

/**
 * Orthogonal matching pursuit of every point on all others from their inner products (the idea of
 * Batch-OMP: Rubinstein, Zibulevsky, Elad 2008). With h_t = (inner products of all points with the
 * part of the t-th atom that is orthogonal to those before it), the correlations of the residual
 * lose a multiple of h_t a step, and h_t is the atom's row of the Gram matrix less what earlier
 * directions hold of it: O(n t) at step t, whatever the dimension. Memory 4 n² bytes.
 *
 * <p>All that is O(n) is float32, with a bound of its error carried along; {@link Residual} keeps
 * the residual itself in float64 and chooses among the atoms that the bound leaves.
 */
final class GramPursuit {
  private static final Kernel KERNEL = Kernel.best();

  /** Rows of the Gram matrix an array. */
  private static final int ROWS = 256;

  /** Largest error of one y + alpha · x in float32, all of them at most 1: three roundings. */
  private static final double UPDATE = 4 * Rounding.FLOAT;

  private final Points points;
  private final int most;
  private final double threshold;
  private final float[][] gram;

  GramPursuit(Points points, int most, double threshold) {
    this.points = points;
    this.most = most;
    this.threshold = threshold;
    this.gram = new float[(points.n() + ROWS - 1) / ROWS][];
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
      Tensor all = Tensors.of(points.toVectors());
      for (int block = 0; block < gram.length; block++) {
        int from = block * ROWS;
        run.step("inner products", from, n);
        try (Scope product = Scope.open()) {
          Tensor some = all.narrow(0, from, Math.min(ROWS, n - from));
          gram[block] = Tensors.floats(some.matmul(all.t()));
        }
      }
    }
  }

  /** One thread's working memory. */
  private final class Column {
    private final int n = points.n();
    private final Residual residual = new Residual(points, most);
    private final float[] correlation = new float[n];
    private final float[][] direction = new float[Math.max(1, most - 1)][n];
    private final double[] length = new double[most];
    private final double[] directionError = new double[most];
    private double error; // of a correlation, at most

    Pursuit pursue(int i) {
      System.arraycopy(gram[i / ROWS], i % ROWS * n, correlation, 0, n);
      error = Rounding.ofProduct(points.d());
      residual.start(i);
      residual.offer(correlation, 0, n, 0, (float) (2 * error));
      while (residual.step(threshold)) {
        advance();
      }
      return residual.pursuit();
    }

    /** The correlations after the step just taken; who of all atoms may be next. */
    private void advance() {
      int t = residual.pursuit().size() - 1;
      int atom = residual.pursuit().support(t);
      float[] next = direction[t];
      float[] coefficient = new float[t];
      length[t] = residual.length();
      directionError[t] = Rounding.ofProduct(points.d());
      for (int u = 0; u < t; u++) {
        double part = residual.part(u) / length[u];
        coefficient[u] = (float) -part;
        directionError[t] += Math.abs(part) * directionError[u] + UPDATE;
      }
      double move = residual.step() / length[t];
      error += Math.abs(move) * directionError[t] + UPDATE;
      float[] rows = gram[atom / ROWS];
      int row = atom % ROWS * n;
      for (int from = 0; from < n; from += Residual.CHUNK) { // so that it stays in the first cache
        int count = Math.min(Residual.CHUNK, n - from);
        System.arraycopy(rows, row + from, next, from, count);
        for (int u = 0; u < t; u++) {
          KERNEL.axpy(coefficient[u], direction[u], from, next, from, count);
        }
        float largest = KERNEL.axpyMagnitude((float) -move, next, from, correlation, from, count);
        residual.offer(correlation, from, count, from, (float) (2 * error), largest);
      }
    }
  }
}
