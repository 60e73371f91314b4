package dev.grassmann.core.io;

import java.util.Arrays;

/**
 * What a block holds of one column, while the block is read: whole numbers as ints as long as there
 * is nothing else, then doubles; or codes of texts. Used again for the next block.
 */
final class BlockColumn {
  /** How a missing number is written among ints. */
  static final int MISSING = Integer.MIN_VALUE;

  /** What a column's fields are read as. */
  enum Kind {
    /** Not wanted, or known to be read again as texts. */
    SKIPPED,
    NUMBERS,
    TEXTS
  }

  private final ByteNames names = new ByteNames();
  private int[] ints;
  private double[] reals; // null while all numbers are ints
  private boolean whole = true;

  BlockColumn(int rows) {
    this.ints = new int[rows];
  }

  /** Codes of the texts. */
  ByteNames names() {
    return names;
  }

  /** Where ints go, one a row; null once a number was none. */
  int[] ints() {
    return ints;
  }

  void grow(int rows) {
    if (reals != null) {
      reals = Arrays.copyOf(reals, rows);
    } else {
      ints = Arrays.copyOf(ints, rows);
    }
  }

  /** Any number, NaN for a missing one. */
  void put(int row, double number) {
    int asInt = (int) number;
    boolean fits = asInt == number && asInt != MISSING && !(asInt == 0 && 1 / number < 0);
    if (reals == null && (fits || Double.isNaN(number))) {
      ints[row] = fits ? asInt : MISSING;
      return;
    }
    if (reals == null) {
      toReals(row);
    }
    reals[row] = number;
    whole = whole && (number == Math.rint(number) || Double.isNaN(number));
  }

  /** What the first {@code rows} rows hold: an {@code int[]} or a {@link Reals}. */
  Object taken(int rows) {
    if (reals == null) {
      return Arrays.copyOf(ints, rows);
    }
    Reals taken = new Reals(Arrays.copyOf(reals, rows), whole);
    ints = new int[reals.length];
    reals = null;
    whole = true;
    return taken;
  }

  /** Numbers of which not all are ints. */
  record Reals(double[] numbers, boolean whole) {}

  private void toReals(int rows) {
    reals = new double[ints.length];
    for (int row = 0; row < rows; row++) {
      reals[row] = ints[row] == MISSING ? Double.NaN : ints[row];
    }
    ints = null;
  }
}
