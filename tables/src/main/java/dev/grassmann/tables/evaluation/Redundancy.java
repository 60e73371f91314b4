package dev.grassmann.tables.evaluation;

import java.util.ArrayList;
import java.util.List;

/** How much columns say the same: the mean of |Pearson correlation| over their pairs. */
final class Redundancy {
  private final double[][] correlations; // NaN with a constant

  /**
   * @param columns the numbers, one array a column
   */
  Redundancy(double[][] columns) {
    List<double[]> unit = new ArrayList<>();
    for (double[] column : columns) {
      unit.add(unit(column));
    }
    correlations = new double[columns.length][columns.length];
    for (int a = 0; a < columns.length; a++) {
      for (int b = 0; b < a; b++) {
        double sum = 0;
        for (int i = 0; i < columns[a].length; i++) {
          sum += unit.get(a)[i] * unit.get(b)[i];
        }
        correlations[a][b] = sum;
        correlations[b][a] = sum;
      }
    }
  }

  /** Of these columns; NaN where fewer than two of them vary. */
  double among(int[] columns) {
    double sum = 0;
    int pairs = 0;
    for (int a = 0; a < columns.length; a++) {
      for (int b = 0; b < a; b++) {
        double correlation = correlations[columns[a]][columns[b]];
        if (!Double.isNaN(correlation)) {
          sum += Math.abs(correlation);
          pairs++;
        }
      }
    }
    return pairs == 0 ? Double.NaN : sum / pairs;
  }

  /** Of mean 0 and length 1; NaN for a constant. */
  private static double[] unit(double[] column) {
    double mean = 0;
    for (double x : column) {
      mean += x / column.length;
    }
    double squares = 0;
    for (double x : column) {
      squares += (x - mean) * (x - mean);
    }
    double length = squares > 1e-24 * column.length * mean * mean ? Math.sqrt(squares) : Double.NaN;
    double[] unit = new double[column.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (column[i] - mean) / length;
    }
    return unit;
  }
}
