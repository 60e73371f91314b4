package dev.grassmann.tables.outrank;

import java.util.Arrays;

/** Arrays that one thread uses again and again, so that scoring a pair allocates nothing large. */
final class Scratch {
  private int[] seen = new int[0];
  private int[] shifted = new int[0];
  private Codes grouped;
  private int[] rows = new int[0];

  /** Counts of the rows as they are: zeros in the first {@code cells} places. */
  int[] seen(int cells) {
    seen = zeros(seen, cells);
    return seen;
  }

  /** Counts of the null: zeros in the first {@code cells} places. */
  int[] shifted(int cells) {
    shifted = zeros(shifted, cells);
    return shifted;
  }

  /**
   * The rows sorted by their code, equal codes in order of the rows; kept for the next call with
   * the same column.
   */
  int[] rowsByCode(Codes x) {
    if (grouped != x) {
      int[] next = new int[x.values()];
      for (int v = 1; v < next.length; v++) {
        next[v] = next[v - 1] + x.size()[v - 1];
      }
      rows = rows.length >= x.rows() ? rows : new int[x.rows()];
      for (int i = 0; i < x.rows(); i++) {
        rows[next[x.code()[i]]++] = i;
      }
      grouped = x;
    }
    return rows;
  }

  private static int[] zeros(int[] old, int cells) {
    if (old.length < cells) {
      return new int[cells + cells / 2];
    }
    Arrays.fill(old, 0, cells, 0);
    return old;
  }
}
