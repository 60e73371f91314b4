package dev.grassmann.tables.screening.sparse;

import dev.grassmann.tables.DesignMatrix;

/** Columns of numbers that are looked at one at a time. */
interface Columns {
  int rows();

  int count();

  /** Fills {@code target[0 .. rows())} with a column. */
  void copy(int column, double[] target);

  /** Some rows of a design matrix. */
  static Columns of(DesignMatrix matrix, int[] rows) {
    return new Columns() {
      @Override
      public int rows() {
        return rows.length;
      }

      @Override
      public int count() {
        return matrix.features();
      }

      @Override
      public void copy(int column, double[] target) {
        matrix.copyColumn(column, rows, target);
      }
    };
  }

  /** Columns that are there as arrays of equal length. */
  static Columns of(double[][] columns) {
    return new Columns() {
      @Override
      public int rows() {
        return columns[0].length;
      }

      @Override
      public int count() {
        return columns.length;
      }

      @Override
      public void copy(int column, double[] target) {
        System.arraycopy(columns[column], 0, target, 0, columns[column].length);
      }
    };
  }
}
