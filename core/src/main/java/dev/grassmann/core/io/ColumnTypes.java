package dev.grassmann.core.io;

import dev.grassmann.core.data.Column;

/** What a column of a text file is: numbers where all of its values are, else texts. */
final class ColumnTypes {
  private static final double EXACT = 1L << 53;

  private ColumnTypes() {}

  /** Whole numbers from 2^53 on are ids or hashes, which a double would change. */
  static boolean isInexact(Column column) {
    if (!(column instanceof Column.Numeric numbers) || !numbers.isWhole()) {
      return false;
    }
    for (int row = 0; row < numbers.rows(); row++) {
      if (Math.abs(numbers.number(row)) >= EXACT) {
        return !Double.isInfinite(numbers.number(row));
      }
    }
    return false;
  }

  /** A column of texts that are all numbers, as numbers; any other column as it is. */
  static Column numbersWhereAllAre(Column column) {
    if (column instanceof Column.Numeric) {
      return column;
    }
    NumberBuilder builder = NumberBuilder.ofDoubles();
    builder.reserve(column.rows());
    for (int row = 0; row < column.rows(); row++) {
      char[] text = column.text(row).toCharArray();
      double number = DecimalText.parse(text, 0, text.length);
      if (Double.isNaN(number) && !column.isMissing(row)) {
        return column; // mostly at once
      }
      builder.put(row, number);
    }
    return builder.build(column.name(), column.rows(), new int[0]);
  }
}
