package dev.grassmann.tables.quickselection;

import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.data.Vectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Small tables for tests. */
final class Tables {
  private Tables() {}

  /** Columns f1, f2, ... with the numbers of vectors. */
  static Table of(Vectors vectors) {
    float[] all = vectors.toArray();
    List<Column> columns = new ArrayList<>();
    for (int j = 0; j < vectors.d(); j++) {
      double[] numbers = new double[vectors.n()];
      int column = j;
      Arrays.setAll(numbers, i -> all[i * vectors.d() + column]);
      columns.add(new Column.Numeric("f" + (j + 1), numbers, false));
    }
    return new Table("made up", columns);
  }

  /** The table with one more column. */
  static Table with(Table table, Column column) {
    List<Column> columns = new ArrayList<>(table.columns());
    columns.add(column);
    return new Table(table.name(), columns);
  }

  /** The table with one cell changed. */
  static Table with(Table table, String name, int row, double number) {
    List<Column> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      if (column.name().equals(name)) {
        double[] numbers = ((Column.Numeric) column).toArray();
        numbers[row] = number;
        columns.add(new Column.Numeric(name, numbers, false));
      } else {
        columns.add(column);
      }
    }
    return new Table(table.name(), columns);
  }
}
