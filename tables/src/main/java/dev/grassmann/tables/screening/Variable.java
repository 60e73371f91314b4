package dev.grassmann.tables.screening;

import dev.grassmann.core.data.Column;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** A column as screening takes it: numbers or classes, some of them missing. */
sealed interface Variable {
  String name();

  int rows();

  boolean isMissing(int row);

  /**
   * A quantity.
   *
   * @param values one a row, NaN where missing
   */
  record Quantity(String name, double[] values) implements Variable {
    @Override
    public int rows() {
      return values.length;
    }

    @Override
    public boolean isMissing(int row) {
      return Double.isNaN(values[row]);
    }
  }

  /**
   * Classes.
   *
   * @param codes one a row, 0 to {@code count - 1}, -1 where missing
   */
  record Groups(String name, int[] codes, int count) implements Variable {
    @Override
    public int rows() {
      return codes.length;
    }

    @Override
    public boolean isMissing(int row) {
      return codes[row] < 0;
    }
  }

  /**
   * A column of numbers of more than {@code discrete} different values as a quantity, anything else
   * as classes.
   */
  static Variable of(Column column, int discrete) {
    if (column instanceof Column.Numeric numeric) {
      double[] values = numeric.toArray();
      return distinctAtMost(values, discrete)
          ? groups(column.name(), values)
          : new Quantity(column.name(), values);
    }
    return groups(column);
  }

  /** Classes, whatever the column holds. */
  static Groups groups(Column column) {
    if (column instanceof Column.Numeric numeric) {
      return groups(column.name(), numeric.toArray());
    }
    int[] codes = new int[column.rows()];
    Map<String, Integer> seen = new HashMap<>();
    for (int row = 0; row < codes.length; row++) {
      String text = column.isMissing(row) ? null : column.text(row);
      codes[row] = text == null ? -1 : seen.computeIfAbsent(text, key -> seen.size());
    }
    return new Groups(column.name(), codes, seen.size());
  }

  private static Groups groups(String name, double[] values) {
    int[] codes = new int[values.length];
    Map<Double, Integer> seen = new HashMap<>();
    for (int row = 0; row < codes.length; row++) {
      codes[row] =
          Double.isNaN(values[row])
              ? -1
              : seen.computeIfAbsent(values[row] + 0.0, key -> seen.size());
    }
    return new Groups(name, codes, seen.size());
  }

  private static boolean distinctAtMost(double[] values, int most) {
    double[] seen = new double[most];
    int found = 0;
    for (double value : values) {
      boolean known = Double.isNaN(value);
      for (int i = 0; i < found && !known; i++) {
        known = seen[i] == value;
      }
      if (!known) {
        if (found == most) {
          return false;
        }
        seen[found++] = value;
      }
    }
    return true;
  }

  /** The same with rows in another order. */
  default Variable permuted(int[] order, String newName) {
    if (this instanceof Quantity quantity) {
      return new Quantity(
          newName, Arrays.stream(order).mapToDouble(i -> quantity.values[i]).toArray());
    }
    Groups groups = (Groups) this;
    return new Groups(
        newName, Arrays.stream(order).map(i -> groups.codes[i]).toArray(), groups.count);
  }
}
