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
      check(vectors, rows, count, from);
    }
  }

  /** Whether a number can be computed with. */
  public static boolean isFine(float number) {
    return Math.abs(number) <= LARGEST;
  }

  /**
   * Checks rows just read.
   *
   * @param from where they were read, which knows the places of its rows
   * @param first number of the first row
   * @throws InputException naming the first row that holds NaN, an infinity, or a number beyond
   *     2^53, and the file that it is in
   */
  public static void check(Vectors from, float[] rows, int count, int first) {
    int d = from.d();
    for (int i = 0; i < count * d; i++) {
      if (!isFine(rows[i])) {
        String row = "row " + (first + i / d);
        String place = from.place(first + i / d);
        if (Float.isFinite(rows[i])) {
          throw new InputException(
              row + " contains " + rows[i] + " (column " + i % d + ")",
              place,
              "numbers may go up to 9e15: divide the data by their scale");
        }
        throw new InputException(
            row + " contains a non-finite value (column " + i % d + ")",
            place,
            "remove the row or replace the value");
      }
    }
  }
}
