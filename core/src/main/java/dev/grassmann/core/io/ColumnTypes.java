package dev.grassmann.core.io;

import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

  /**
   * Columns of texts as numbers where all of a column's texts are and none of them is a name in
   * digits: 007 is not 7, and a number from 2^53 on is an id.
   *
   * @param missing texts that mean missing
   */
  static Table lossless(Table texts, List<String> missing) {
    Set<String> absent = new HashSet<>(missing);
    List<Column> columns = new ArrayList<>();
    for (Column column : texts.columns()) {
      Column present = without(column, absent);
      Column numbers = hasNames(present) ? present : numbersWhereAllAre(present);
      columns.add(isInexact(numbers) ? present : numbers);
    }
    return new Table(texts.name(), columns);
  }

  private static Column without(Column column, Set<String> absent) {
    String[] present = new String[column.rows()];
    for (int row = 0; row < present.length; row++) {
      String text = column.text(row);
      present[row] = text.isEmpty() || absent.contains(text) ? null : text;
    }
    return new Column.Text(column.name(), present);
  }

  /** Whether a text starts with a zero before another digit, after a sign or none. */
  private static boolean hasNames(Column column) {
    for (int row = 0; row < column.rows(); row++) {
      String text = column.text(row);
      int at = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
      boolean zero = text.length() > at + 1 && text.charAt(at) == '0';
      if (zero && Character.isDigit(text.charAt(at + 1))) {
        return true;
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
