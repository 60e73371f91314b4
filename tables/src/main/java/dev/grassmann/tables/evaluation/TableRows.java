package dev.grassmann.tables.evaluation;

import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import java.util.Arrays;

/** Some rows of a table as a table, columns keeping their types. */
final class TableRows {
  private TableRows() {}

  static Table of(Table table, int[] rows) {
    return new Table(
        table.name(), table.columns().stream().map(column -> of(column, rows)).toList());
  }

  private static Column of(Column column, int[] rows) {
    if (column instanceof Column.Numeric numeric) {
      double[] numbers = Arrays.stream(rows).mapToDouble(numeric::number).toArray();
      return new Column.Numeric(column.name(), numbers, numeric.isWhole());
    }
    if (column instanceof Column.Categorical categories) {
      int[] codes = Arrays.stream(rows).map(categories::code).toArray();
      return new Column.Categorical(
          column.name(), codes, categories.values(), categories.missingCode());
    }
    String[] texts =
        Arrays.stream(rows)
            .mapToObj(row -> column.isMissing(row) ? null : column.text(row))
            .toArray(String[]::new);
    return new Column.Text(column.name(), texts);
  }
}
