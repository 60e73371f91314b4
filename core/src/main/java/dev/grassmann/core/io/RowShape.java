package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import java.util.List;

/** An array seen as rows: its first axis counts them, the others together make a row. */
record RowShape(int n, int d) {
  static RowShape of(List<Long> shape, String where) {
    if (shape.size() < 2) {
      throw new InputException(
          "has "
              + shape.size()
              + (shape.size() == 1 ? " axis" : " axes")
              + ", not rows and columns",
          where,
          "reshape it to n x d, e.g. x[:, None], and save it again");
    }
    long d = 1;
    for (long axis : shape.subList(1, shape.size())) {
      d = product(d, axis, where);
    }
    return new RowShape(length(shape.get(0), "rows", where), length(d, "columns", where));
  }

  /** A number of rows or columns that vectors can have. */
  static int length(long length, String what, String where) {
    if (length < 1 || length > Integer.MAX_VALUE - 8) {
      throw new InputException(
          "has " + length + " " + what, where, "give 1 to 2,147,483,639 of them");
    }
    return (int) length;
  }

  static long product(long a, long b, String where) {
    try {
      return Math.multiplyExact(a, b);
    } catch (ArithmeticException e) {
      throw new InputException("the header's shape is absurd", where, "fetch the file again", e);
    }
  }
}
