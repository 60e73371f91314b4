package dev.grassmann.tables.outrank;

/**
 * Mutual information less its null, in nats: with n_v rows at which x is v, the sum over v of n_v/n
 * (H_null(v) - H(v)), where H(v) is the entropy of y in those rows and H_null(v) that of y in as
 * many rows that have nothing to do with x (section 3 of the paper). The entropy of y cancels. Not
 * symmetric: x is conditioned on, and values of x that occur once say nothing, since the entropy of
 * one row is 0 on either side. May be slightly negative.
 */
final class CorrectedMi {
  /**
   * Contingency tables of more cells than this many a row are filled one value of x at a time:
   * their rows then stay in the cache, and nobody sweeps cells that cannot have been hit. Both ways
   * cost the same at 2 to 4 cells a row; at 64 the table costs 14 times as much.
   */
  private static final int CELLS_A_ROW = 2;

  private final double[] cLogC;
  private final Nulls nulls;

  /**
   * @param cLogC {@code c ln c} for c = 0 .. rows of the longest batch
   */
  CorrectedMi(double[] cLogC, Nulls nulls) {
    this.cLogC = cLogC;
    this.nulls = nulls;
  }

  /** The table of {@code c ln c} for c = 0 .. n. */
  static double[] cLogC(int n) {
    double[] table = new double[n + 1];
    for (int c = 2; c <= n; c++) {
      table[c] = c * Math.log(c);
    }
    return table;
  }

  double nats(Codes x, Codes y, int batch, Scratch scratch) {
    if (x.samePartition(y)) {
      return PlainMi.entropy(y, cLogC); // a column with itself is not corrected
    }
    int[] other = nulls.shifts() ? null : nulls.permutation(batch, x.rows());
    boolean small = (long) x.values() * y.values() <= (long) CELLS_A_ROW * x.rows();
    return small ? byTable(x, y, other, scratch) : byValue(x, y, other, scratch);
  }

  /** Both contingency tables at once, filled in one pass over the rows. */
  double byTable(Codes x, Codes y, int[] other, Scratch scratch) {
    int n = x.rows();
    int width = y.values();
    int cells = x.values() * width;
    int[] xs = x.code();
    int[] ys = y.code();
    int[] size = x.size();
    int[] seen = scratch.seen(cells);
    int[] shifted = scratch.shifted(cells);
    for (int i = 0; i < n; i++) {
      int v = xs[i];
      int j = other == null ? i + size[v] : other[i];
      seen[v * width + ys[i]]++;
      shifted[v * width + ys[j < n ? j : j - n]]++;
    }
    double sum = 0;
    for (int cell = 0; cell < cells; cell++) {
      sum += cLogC[seen[cell]] - cLogC[shifted[cell]];
    }
    return sum / n;
  }

  /** One row of both contingency tables after the other; needs no more memory than y has values. */
  double byValue(Codes x, Codes y, int[] other, Scratch scratch) {
    int n = x.rows();
    int[] ys = y.code();
    int[] rows = scratch.rowsByCode(x);
    int[] seen = scratch.seen(y.values());
    int[] shifted = scratch.shifted(y.values());
    double sum = 0;
    int end = 0;
    for (int v = 0; v < x.values(); v++) {
      int size = x.size()[v];
      int start = end;
      end += size;
      if (size == 1) {
        continue; // 0 on either side
      }
      for (int r = start; r < end; r++) {
        int i = rows[r];
        int j = other == null ? i + size : other[i];
        int c = seen[ys[i]]++;
        int d = shifted[ys[j < n ? j : j - n]]++;
        sum += cLogC[c + 1] - cLogC[c] - (cLogC[d + 1] - cLogC[d]);
      }
      for (int r = start; r < end; r++) {
        int i = rows[r];
        int j = other == null ? i + size : other[i];
        seen[ys[i]] = 0;
        shifted[ys[j < n ? j : j - n]] = 0;
      }
    }
    return sum / n;
  }
}
