package dev.grassmann.core.io;

import dev.grassmann.core.data.Column;

/**
 * A column of whole numbers. A double holds them exactly up to 2^53; a column with a larger one is
 * a column of names (such numbers are ids and hashes), and kept digit by digit as text.
 */
final class WholeBuilder implements ColumnBuilder {
  private static final long EXACT = 1L << 53;

  private final int maxCategories;
  private NumberBuilder numbers = new NumberBuilder(true);
  private TextBuilder names;

  WholeBuilder(int maxCategories) {
    this.maxCategories = maxCategories;
  }

  @Override
  public void reserve(int slots) {
    if (names == null) {
      numbers.reserve(slots);
    } else {
      names.reserve(slots);
    }
  }

  void put(int slot, long number) {
    if (names == null && (number > EXACT || number < -EXACT)) {
      toNames();
    }
    if (names == null) {
      numbers.put(slot, number);
    } else {
      names.put(slot, Long.toString(number));
    }
  }

  /** A whole number of any length, as decimal digits. */
  void put(int slot, String digits) {
    if (digits.length() <= 18) { // every such number fits a long
      put(slot, Long.parseLong(digits));
      return;
    }
    if (names == null) {
      toNames();
    }
    names.put(slot, digits);
  }

  void putMissing(int slot) {
    if (names == null) {
      numbers.put(slot, Double.NaN);
    } else {
      names.put(slot, null);
    }
  }

  @Override
  public Column build(String name, int rows, int[] order) {
    return (names == null ? numbers : names).build(name, rows, order);
  }

  private void toNames() {
    names = new TextBuilder(maxCategories);
    names.reserve(numbers.room());
    for (int slot = 0; slot < numbers.room(); slot++) {
      double number = numbers.get(slot);
      if (!Double.isNaN(number)) {
        names.put(slot, Long.toString((long) number));
      }
    }
    numbers = null;
  }
}
