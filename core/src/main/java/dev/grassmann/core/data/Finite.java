package dev.grassmann.core.data;

import dev.grassmann.core.InputException;

/** The check that all numbers are numbers. */
public final class Finite {
  private static final int BLOCK = 1 << 18;

  private Finite() {}

  /**
   * Returns the vectors. One pass over all of them.
   *
   * @param where what they are, for the refusal, e.g. the file
   * @throws InputException naming row and column of the first NaN or infinity
   */
  public static Vectors require(Vectors vectors, String where) {
    int d = vectors.d();
    int rows = Math.max(1, Math.min(vectors.n(), BLOCK / d));
    float[] block = new float[Math.multiplyExact(rows, d)];
    for (int from = 0; from < vectors.n(); from += rows) {
      int count = Math.min(rows, vectors.n() - from);
      vectors.copyRows(from, count, block, 0);
      if (!finite(block, count * d)) {
        throw refusal(block, from, d, where);
      }
    }
    return vectors;
  }

  /** 0 times a number is 0 unless it is NaN or infinite; without a branch, so that it runs fast. */
  private static boolean finite(float[] numbers, int count) {
    float sum = 0;
    for (int i = 0; i < count; i++) {
      sum += numbers[i] * 0f;
    }
    return sum == 0;
  }

  private static InputException refusal(float[] block, int from, int d, String where) {
    int at = 0;
    while (Float.isFinite(block[at])) {
      at++;
    }
    int row = from + at / d;
    String place = "row " + row + " column " + at % d;
    return new InputException(
        "a number is " + block[at],
        where.isEmpty() ? place : where + " " + place,
        "fill it or leave the row out (rows and columns are counted from 0)");
  }
}
