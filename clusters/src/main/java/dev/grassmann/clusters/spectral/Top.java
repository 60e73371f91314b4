package dev.grassmann.clusters.spectral;

import dev.grassmann.core.data.SparseMatrix;
import java.util.Arrays;

/**
 * The largest numbers of a row, of equal ones the first: a heap of those kept so far, with the
 * smallest on top. One thread's working memory, used again for each row.
 */
public final class Top {
  private final int most;
  private final int[] place;
  private final double[] value;
  private int size;

  /**
   * @param most numbers kept, at least 1
   */
  public Top(int most) {
    this.most = most;
    this.place = new int[most];
    this.value = new double[most];
  }

  /** The largest entries of each row. */
  static SparseMatrix ofRows(SparseMatrix matrix, int most) {
    Top top = new Top(most);
    int[] start = new int[matrix.rows() + 1];
    int[] column = new int[matrix.entries()];
    double[] value = new double[matrix.entries()];
    for (int i = 0; i < matrix.rows(); i++) {
      top.clear();
      for (int e = matrix.start(i); e < matrix.start(i + 1); e++) {
        top.offer(matrix.column(e), matrix.value(e));
      }
      start[i + 1] = start[i] + top.copyTo(column, value, start[i]);
    }
    return SparseMatrix.of(matrix.columns(), start, column, value);
  }

  /** Starts a new row. */
  public void clear() {
    size = 0;
  }

  /** Shows a number of the row; places must come in ascending order. */
  public void offer(int at, double number) {
    if (size == most && number <= value[0]) {
      return; // nearly always: a row is long, and few of it stay
    }
    if (size < most) {
      int child = size++;
      while (child > 0 && before(at, number, (child - 1) / 2)) {
        move((child - 1) / 2, child);
        child = (child - 1) / 2;
      }
      put(child, at, number);
      return;
    }
    int hole = 0;
    while (2 * hole + 1 < most) {
      int child = 2 * hole + 1;
      if (child + 1 < most && before(place[child + 1], value[child + 1], child)) {
        child++;
      }
      if (before(at, number, child)) {
        break;
      }
      move(child, hole);
      hole = child;
    }
    put(hole, at, number);
  }

  /** The smallest number kept, or 0 while there is room for any. */
  public double least() {
    return size < most ? 0 : value[0];
  }

  /** Whether a number has to go before the one in the heap: it is smaller, or equal and later. */
  private boolean before(int at, double number, int other) {
    return number < value[other] || (number == value[other] && at > place[other]);
  }

  private void move(int from, int to) {
    put(to, place[from], value[from]);
  }

  private void put(int to, int at, double number) {
    place[to] = at;
    value[to] = number;
  }

  /**
   * Writes what was kept, by ascending place, from {@code offset} on.
   *
   * @return how many
   */
  public int copyTo(int[] places, double[] values, int offset) {
    long[] order = new long[size];
    for (int s = 0; s < size; s++) {
      order[s] = ((long) place[s] << 32) | s;
    }
    Arrays.sort(order);
    for (int s = 0; s < size; s++) {
      places[offset + s] = (int) (order[s] >>> 32);
      values[offset + s] = value[(int) order[s]];
    }
    return size;
  }
}
