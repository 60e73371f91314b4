package dev.grassmann.tables.screening;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Column;
import dev.grassmann.tables.Outcomes.Task;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The column to be explained, once it is known to be fit for it. */
final class Target {
  /** Fewer rows make a density of nothing. */
  private static final int FEWEST_ROWS = 30;

  private static final int MOST_CLASSES = 20;

  private Target() {}

  /**
   * The target as numbers or classes; whole numbers of at most 20 values are classes unless the
   * task says otherwise.
   *
   * @throws InputException for fewer than 30 rows with a value, an infinite number, one value only,
   *     text asked for as numbers, or more than 20 classes
   */
  static Variable of(Column column, Task task, String table) {
    boolean numeric = column instanceof Column.Numeric;
    if (task == Task.REGRESSION && !numeric) {
      throw new InputException(
          "target '" + column.name() + "' holds text, not numbers",
          table,
          "give --task classification");
    }
    boolean quantity =
        numeric
            && (task == Task.REGRESSION
                || task == Task.AUTO && isQuantity((Column.Numeric) column));
    Variable target = quantity ? Variable.of(column, 0) : Variable.groups(column);
    requireRows(target, table);
    if (target instanceof Variable.Groups groups) {
      requireClasses(groups, column, table);
    } else {
      requireSpread((Variable.Quantity) target, table);
    }
    return target;
  }

  private static boolean isQuantity(Column.Numeric column) {
    Set<Double> seen = new HashSet<>();
    for (int row = 0; row < column.rows(); row++) {
      double number = column.number(row);
      if (!Double.isNaN(number)
          && (number != Math.rint(number)
              || seen.add(number + 0.0) && seen.size() > MOST_CLASSES)) {
        return true;
      }
    }
    return false;
  }

  private static void requireRows(Variable target, String table) {
    int present = 0;
    for (int row = 0; row < target.rows(); row++) {
      present += target.isMissing(row) ? 0 : 1;
    }
    if (present < FEWEST_ROWS) {
      throw new InputException(
          String.format(Locale.ROOT, "target '%s' has a value in %,d rows", target.name(), present),
          table,
          "give at least " + FEWEST_ROWS + " rows");
    }
  }

  private static void requireClasses(Variable.Groups groups, Column column, String table) {
    if (groups.count() < 2) {
      throw oneValue(column.name(), table);
    }
    if (groups.count() > MOST_CLASSES) {
      throw new InputException(
          String.format(Locale.ROOT, "target '%s' has %,d classes", groups.name(), groups.count()),
          table,
          column instanceof Column.Numeric
              ? "give --task regression"
              : "give a target of at most " + MOST_CLASSES + " classes");
    }
  }

  private static void requireSpread(Variable.Quantity target, String table) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int row = 0; row < target.rows(); row++) {
      double value = target.values()[row];
      if (Double.isInfinite(value)) {
        throw new InputException(
            "target '" + target.name() + "' holds " + value,
            table + " row " + (row + 1),
            "leave the row out or mend the number");
      }
      if (!Double.isNaN(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    if (low == high) {
      throw oneValue(target.name(), table);
    }
  }

  private static InputException oneValue(String name, String table) {
    return new InputException(
        "target '" + name + "' has one value in all rows",
        table,
        "give a target with at least two values");
  }
}
