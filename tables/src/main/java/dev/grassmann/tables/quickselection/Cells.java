package dev.grassmann.tables.quickselection;

import dev.grassmann.core.data.Vectors;

/**
 * Scaled numbers, n rows of d columns, that are read a row at a time. Safe to read from many
 * threads.
 */
sealed interface Cells {
  int rows();

  int columns();

  /** Fills {@code target[0 .. columns())} with a row. */
  void copyRow(int row, float[] target);

  /** All numbers in memory, row-major. */
  record Dense(float[] scaled, int rows, int columns) implements Cells {
    @Override
    public void copyRow(int row, float[] target) {
      System.arraycopy(scaled, Math.multiplyExact(row, columns), target, 0, columns);
    }
  }

  /**
   * Only the numbers that are not 0 before scaling, by compressed rows; scaling moves the zeros
   * too, but all those of a column to the same place.
   *
   * @param start rows + 1 numbers
   * @param column of each entry
   * @param scaled of each entry
   * @param zero what 0 becomes in each column
   */
  record Sparse(int[] start, int[] column, float[] scaled, float[] zero) implements Cells {
    @Override
    public int rows() {
      return start.length - 1;
    }

    @Override
    public int columns() {
      return zero.length;
    }

    @Override
    public void copyRow(int row, float[] target) {
      System.arraycopy(zero, 0, target, 0, zero.length);
      for (int e = start[row]; e < start[row + 1]; e++) {
        target[column[e]] = scaled[e];
      }
    }
  }

  /**
   * Vectors that are scaled when they are read, so that a file larger than memory stays a file.
   *
   * @param kept columns of the vectors, in order
   * @param scale of each kept column
   */
  record Streamed(Vectors vectors, int[] kept, ColumnScale[] scale) implements Cells {
    @Override
    public int rows() {
      return vectors.n();
    }

    @Override
    public int columns() {
      return kept.length;
    }

    @Override
    public void copyRow(int row, float[] target) {
      float[] raw = target;
      if (kept.length < vectors.d()) {
        raw = new float[vectors.d()];
      }
      vectors.copyRow(row, raw);
      for (int c = 0; c < kept.length; c++) {
        target[c] = (float) scale[c].apply(raw[kept[c]]);
      }
    }
  }
}
