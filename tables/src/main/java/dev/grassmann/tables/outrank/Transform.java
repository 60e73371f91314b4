package dev.grassmann.tables.outrank;

import dev.grassmann.core.data.Column;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * A number made of a number.
 *
 * @param pattern name of the result, {@code %s} standing for the column
 * @param fit makes the function from all numbers of the column, for those that depend on more than
 *     one row
 */
record Transform(String pattern, Fit fit) {
  /** Looks at a whole column first. */
  @FunctionalInterface
  interface Fit {
    DoubleUnaryOperator to(double[] numbers);
  }

  static Transform each(String pattern, DoubleUnaryOperator function) {
    return new Transform(pattern, numbers -> function);
  }

  String name(String column) {
    return String.format(pattern, column);
  }

  /** The transformed column; what has no value (a root of -1) is missing, and missing stays so. */
  Column.Numeric of(Column.Numeric column) {
    double[] numbers = column.toArray();
    DoubleUnaryOperator function = fit.to(numbers);
    return new Column.Numeric(
        name(column.name()), Arrays.stream(numbers).map(function).toArray(), false);
  }
}
