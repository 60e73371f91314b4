package dev.grassmann.clusters.spectral;

import dev.grassmann.core.data.SparseMatrix;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.RowRanges;

/**
 * Of each point's row of (|C| + |C|ᵀ) / 2 only the strongest entries, taken from blocks of rows:
 * the n × n matrix is never there in full.
 *
 * @param affinity the graph of what was kept, made symmetric
 * @param codes the coefficients at the places that were kept: row i holds point i's
 */
public record Strongest(SparseAffinity affinity, SparseMatrix codes) {

  /**
   * @param top entries kept a point, at least 1
   */
  public static Strongest of(SymmetricCodes squares, Scaling scaling, int top, Run run) {
    int n = squares.n();
    int kept = Math.min(top, n);
    double[] scale = squares.scales(scaling, run);
    int[] count = new int[n];
    int[] column = new int[Math.multiplyExact(n, kept)];
    double[] weight = new double[column.length];
    double[] code = new double[column.length];
    squares.forEachBlock(
        "strongest coefficients",
        run,
        (from, rows, p) ->
            RowRanges.forEach(
                rows,
                8,
                (lo, hi) -> {
                  Top best = new Top(kept);
                  for (int i = lo; i < hi; i++) {
                    int row = from + i;
                    best.clear();
                    for (int j = 0; j < n; j++) {
                      double both = Math.abs(p[i * n + j]) * (scale[row] + scale[j]) / 2;
                      if (both > 0) {
                        best.offer(j, both);
                      }
                    }
                    int at = row * kept;
                    count[row] = best.copyTo(column, weight, at);
                    for (int e = at; e < at + count[row]; e++) {
                      code[e] = p[i * n + column[e]] * squares.weight(row);
                    }
                  }
                }));
    int[] start = new int[n + 1];
    for (int i = 0; i < n; i++) {
      System.arraycopy(column, i * kept, column, start[i], count[i]);
      System.arraycopy(weight, i * kept, weight, start[i], count[i]);
      System.arraycopy(code, i * kept, code, start[i], count[i]);
      start[i + 1] = start[i] + count[i];
    }
    return new Strongest(
        SparseAffinity.of(SparseMatrix.of(n, start, column, weight)),
        SparseMatrix.of(n, start, column, code));
  }
}
