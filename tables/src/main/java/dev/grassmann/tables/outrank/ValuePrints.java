package dev.grassmann.tables.outrank;

import dev.grassmann.core.data.Column;

/**
 * Values as 64 bits, so that the distinct values of a column can be counted over machines without
 * sending texts: two of a hundred million values share a print with probability 3e-4.
 */
final class ValuePrints {
  private static final long MISSING = 0x5DEECE66DL;
  private static final long PRIME = 0x100000001B3L;

  private ValuePrints() {}

  /** A print of each code, in code order; {@code codes} are the column's own. */
  static long[] of(Column column, Codes codes) {
    long[] prints = new long[codes.values()];
    boolean[] seen = new boolean[prints.length];
    for (int row = 0; row < codes.rows(); row++) {
      int code = codes.code()[row];
      if (!seen[code]) {
        seen[code] = true;
        prints[code] = print(column, row);
      }
    }
    return prints;
  }

  private static long print(Column column, int row) {
    if (column.isMissing(row)) {
      return MISSING;
    }
    if (column instanceof Column.Numeric numeric) {
      return mixed(Double.doubleToLongBits(numeric.number(row) + 0.0)); // -0.0 is 0.0
    }
    String text = column.text(row);
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME; // FNV-1a
    }
    return mixed(hash);
  }

  /** Every bit of the input moves every bit of the print (the finaliser of SplitMix64). */
  private static long mixed(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
