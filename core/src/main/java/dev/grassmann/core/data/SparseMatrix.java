package dev.grassmann.core.data;

import java.util.Arrays;
import java.util.Objects;

/**
 * A matrix of float64 numbers of which few are not zero, by compressed rows: entries {@code
 * start(i)} to {@code start(i + 1) - 1} are those of row i, in ascending order of their columns, no
 * column twice. At most 2^31 - 1 entries. Immutable.
 */
public final class SparseMatrix {
  private final int columns;
  private final int[] start;
  private final int[] column;
  private final double[] value;

  private SparseMatrix(int columns, int[] start, int[] column, double[] value) {
    this.columns = columns;
    this.start = start;
    this.column = column;
    this.value = value;
  }

  /**
   * A matrix of compressed rows; the arrays are copied, and each row is put in ascending order.
   *
   * @param columns width
   * @param start first entry of each row and, last, the number of entries: rows + 1 numbers that do
   *     not fall, from 0
   * @param column column of each entry, 0 to {@code columns - 1}
   * @param value the numbers
   * @throws IllegalArgumentException where the arrays do not fit each other or a row names a column
   *     twice
   */
  public static SparseMatrix of(int columns, int[] start, int[] column, double[] value) {
    int rows = start.length - 1;
    if (rows < 0 || start[0] != 0 || start[rows] > Math.min(column.length, value.length)) {
      throw new IllegalArgumentException("rows do not fit " + value.length + " entries");
    }
    int[] sortedColumn = new int[start[rows]];
    double[] sortedValue = new double[start[rows]];
    for (int i = 0; i < rows; i++) {
      int from = start[i];
      int count = start[i + 1] - from;
      Objects.checkFromIndexSize(from, count, sortedColumn.length);
      long[] order = new long[count]; // column above, place below: one sort keeps both together
      for (int e = 0; e < count; e++) {
        order[e] = ((long) Objects.checkIndex(column[from + e], columns) << 32) | e;
      }
      Arrays.sort(order);
      for (int e = 0; e < count; e++) {
        sortedColumn[from + e] = (int) (order[e] >>> 32);
        sortedValue[from + e] = value[from + (int) order[e]];
        if (e > 0 && sortedColumn[from + e] == sortedColumn[from + e - 1]) {
          throw new IllegalArgumentException(
              "row " + i + " names column " + sortedColumn[from + e] + " twice");
        }
      }
    }
    return new SparseMatrix(columns, start.clone(), sortedColumn, sortedValue);
  }

  public int rows() {
    return start.length - 1;
  }

  public int columns() {
    return columns;
  }

  /** Number of entries in all rows together. */
  public int entries() {
    return column.length;
  }

  /** First entry of row {@code i}; {@code start(rows())} is the number of entries. */
  public int start(int i) {
    return start[i];
  }

  /** Column of an entry. */
  public int column(int entry) {
    return column[entry];
  }

  /** Number at an entry. */
  public double value(int entry) {
    return value[entry];
  }

  /** Number at row {@code i} and column {@code j}, 0 where there is no entry. */
  public double get(int i, int j) {
    int at = Arrays.binarySearch(column, start[i], start[i + 1], j);
    return at < 0 ? 0 : value[at];
  }

  /** A copy of where each row starts, rows + 1 numbers. */
  public int[] starts() {
    return start.clone();
  }

  /** A copy of the columns of all entries, row after row. */
  public int[] columnNumbers() {
    return column.clone();
  }

  /** A copy of the numbers of all entries, row after row. */
  public double[] values() {
    return value.clone();
  }

  /** Rows become columns. O(rows + columns + entries). */
  public SparseMatrix transpose() {
    int[] begin = new int[columns + 1];
    for (int j : column) {
      begin[j + 1]++;
    }
    for (int j = 0; j < columns; j++) {
      begin[j + 1] += begin[j];
    }
    int[] next = begin.clone();
    int[] row = new int[column.length];
    double[] moved = new double[value.length];
    for (int i = 0; i < rows(); i++) {
      for (int e = start[i]; e < start[i + 1]; e++) {
        int to = next[column[e]]++;
        row[to] = i; // rows are walked in order, so the new rows come out ascending
        moved[to] = value[e];
      }
    }
    return new SparseMatrix(rows(), begin, row, moved);
  }

  /** Fills {@code target[0 .. rows)} with the product of this matrix and a vector. */
  public void multiply(double[] vector, double[] target) {
    for (int i = 0; i < rows(); i++) {
      double sum = 0;
      for (int e = start[i]; e < start[i + 1]; e++) {
        sum += value[e] * vector[column[e]];
      }
      target[i] = sum;
    }
  }
}
