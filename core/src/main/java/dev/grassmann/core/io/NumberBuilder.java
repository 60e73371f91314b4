package dev.grassmann.core.io;

import dev.grassmann.core.data.Column;
import java.util.Arrays;

/** A column of doubles; NaN is missing. */
final class NumberBuilder implements ColumnBuilder {
  private double[] numbers = {};
  private boolean whole;

  /**
   * @param whole whether the numbers are known to be whole
   */
  NumberBuilder(boolean whole) {
    this.whole = whole;
  }

  /** For numbers of which it is not known whether they are whole. */
  static NumberBuilder ofDoubles() {
    return new NumberBuilder(true);
  }

  @Override
  public void reserve(int slots) {
    if (slots > numbers.length) {
      int filled = numbers.length;
      numbers = Arrays.copyOf(numbers, ColumnBuilder.room(filled, slots));
      Arrays.fill(numbers, filled, numbers.length, Double.NaN);
    }
  }

  void put(int slot, double number) {
    numbers[slot] = number;
    whole = whole && (number == Math.rint(number) || Double.isNaN(number));
  }

  double get(int slot) {
    return numbers[slot];
  }

  int room() {
    return numbers.length;
  }

  @Override
  public Column build(String name, int rows, int[] order) {
    double[] inOrder = numbers;
    if (order.length > 0) {
      inOrder = new double[rows];
      for (int row = 0; row < rows; row++) {
        inOrder[row] = numbers[order[row]];
      }
    }
    return new Column.Numeric(
        name, inOrder.length == rows ? inOrder : Arrays.copyOf(inOrder, rows), whole);
  }
}
