package dev.grassmann.engine.linalg;

import java.util.Arrays;

/**
 * The best one-to-one matching of the rows of a table with its columns (Kuhn 1955), by shortest
 * augmenting paths with dual prices (Jonker and Volgenant 1987). The table may be rectangular: the
 * longer side keeps unmatched members. O(a² b) for the shorter side a and the longer b.
 */
public final class Assignment {
  private static final int NONE = -1;

  private final double[][] cost; // rows are the shorter side
  private final int rows;
  private final int columns;
  private final double[] rowPrice;
  private final double[] columnPrice;
  private final int[] rowOf; // of each column

  private Assignment(double[][] cost) {
    this.cost = cost;
    this.rows = cost.length;
    this.columns = cost[0].length;
    this.rowPrice = new double[rows];
    this.columnPrice = new double[columns];
    this.rowOf = new int[columns];
    Arrays.fill(rowOf, NONE);
  }

  /**
   * Column that each row is matched with, so that the sum of the chosen cells is as large as it can
   * be; -1 for rows left over, where there are more rows than columns.
   *
   * @param gain rows × columns, finite, at least one of each
   */
  public static int[] maximise(double[][] gain) {
    int rows = gain.length;
    int columns = gain[0].length;
    boolean flipped = rows > columns;
    double[][] cost = new double[Math.min(rows, columns)][Math.max(rows, columns)];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        cost[flipped ? j : i][flipped ? i : j] = -gain[i][j];
      }
    }
    Assignment assignment = new Assignment(cost);
    for (int row = 0; row < assignment.rows; row++) {
      assignment.augment(row);
    }
    int[] columnOf = new int[rows];
    Arrays.fill(columnOf, NONE);
    for (int column = 0; column < assignment.columns; column++) {
      int row = assignment.rowOf[column];
      if (row != NONE) {
        columnOf[flipped ? column : row] = flipped ? row : column;
      }
    }
    return columnOf;
  }

  /** Finds the cheapest path from a free row to a free column, and flips the matches along it. */
  private void augment(int free) {
    double[] distance = new double[columns];
    int[] from = new int[columns]; // the column before on the cheapest path, NONE at its start
    boolean[] done = new boolean[columns];
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
    Arrays.fill(from, NONE);
    int row = free;
    int last = NONE;
    double reached = 0;
    while (true) {
      int next = NONE;
      for (int j = 0; j < columns; j++) {
        if (done[j]) {
          continue;
        }
        double through = reached + cost[row][j] - rowPrice[row] - columnPrice[j];
        if (through < distance[j]) {
          distance[j] = through;
          from[j] = last;
        }
        if (next == NONE || distance[j] < distance[next]) {
          next = j;
        }
      }
      last = next;
      reached = distance[next];
      if (rowOf[next] == NONE) {
        break;
      }
      done[next] = true;
      row = rowOf[next];
    }
    raisePrices(free, distance, done, reached);
    while (last != NONE) {
      int before = from[last];
      rowOf[last] = before == NONE ? free : rowOf[before];
      last = before;
    }
  }

  private void raisePrices(int free, double[] distance, boolean[] done, double reached) {
    rowPrice[free] += reached;
    for (int j = 0; j < columns; j++) {
      if (done[j]) {
        rowPrice[rowOf[j]] += reached - distance[j];
        columnPrice[j] -= reached - distance[j];
      }
    }
  }
}
