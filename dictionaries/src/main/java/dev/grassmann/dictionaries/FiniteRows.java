package dev.grassmann.dictionaries;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;

/** The one place where numbers that cannot be computed with are refused. */
public final class FiniteRows {
  /** Squares of larger numbers, and sums of them, leave float32. */
  private static final float LARGEST = 0x1p53f;

  private static final int BLOCK = 1 << 18;

  private FiniteRows() {}

  /** Checks all rows of some vectors in one pass; see {@link #check}. */
  public static void checkAll(Vectors vectors) {
    int block = Math.max(1, Math.min(vectors.n(), BLOCK / vectors.d()));
    float[] rows = new float[block * vectors.d()];
    for (int from = 0; from < vectors.n(); from += block) {
      int count = Math.min(block, vectors.n() - from);
      vectors.copyRows(from, count, rows, 0);
      check(rows, count, vectors.d(), from);
    }
  }

  /**
   * Checks rows just read.
   *
   * @param first number of the first row, for the refusal
   * @throws InputException naming the first row that holds NaN, an infinity, or a number beyond
   *     2^53
   */
  public static void check(float[] rows, int count, int d, int first) {
    for (int i = 0; i < count * d; i++) {
      if (!(Math.abs(rows[i]) <= LARGEST)) {
        String row = "row " + (first + i / d);
        if (Float.isFinite(rows[i])) {
          throw new InputException(
              row + " contains " + rows[i] + " (column " + i % d + ")",
              "",
              "numbers may go up to 9e15: divide the data by their scale");
        }
        throw new InputException(
            row + " contains a non-finite value (column " + i % d + ")",
            "",
            "remove the row or replace the value");
      }
    }
  }
}
