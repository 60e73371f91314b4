package dev.grassmann.tables;

import dev.grassmann.core.data.Column;

/** One feature of a {@link DesignMatrix}, read from the table's column. */
sealed interface DesignColumn {
  String name();

  /** Which of the matrix's sources it comes from. */
  int source();

  double value(int row);

  /** A column of numbers; {@code mean} stands in for what is missing. */
  record Number(Column.Numeric column, int source, double mean) implements DesignColumn {
    @Override
    public String name() {
      return column.name();
    }

    @Override
    public double value(int row) {
      double number = column.number(row);
      return Double.isNaN(number) ? mean : number;
    }
  }

  /** Whether a row has one value of a column of categories. */
  record OneHot(Column.Categorical column, int source, int code) implements DesignColumn {
    @Override
    public String name() {
      return column.name() + "=" + column.values().get(code);
    }

    @Override
    public double value(int row) {
      return column.code(row) == code ? 1 : 0;
    }
  }

  /** The place of a row's value among the ordered values of a column of categories. */
  record Place(Column.Categorical column, int source, int[] places) implements DesignColumn {
    @Override
    public String name() {
      return column.name();
    }

    @Override
    public double value(int row) {
      return places[column.code(row)];
    }
  }
}
