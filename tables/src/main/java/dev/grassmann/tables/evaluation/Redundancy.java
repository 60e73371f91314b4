package dev.grassmann.tables.evaluation;

import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** How much columns say the same: the mean of |Pearson correlation| over their pairs. */
final class Redundancy {
  /** Of more columns every s-th is looked at: the pairs of 60,000 would take hours. */
  private static final int MOST = 1000;

  private final IntFunction<double[]> columns;

  /**
   * @param columns the numbers of a column, by its index
   */
  Redundancy(IntFunction<double[]> columns) {
    this.columns = columns;
  }

  /** Of these columns; NaN where fewer than two of them vary. */
  double among(int[] chosen) {
    int step = (chosen.length + MOST - 1) / MOST;
    double[][] units =
        IntStream.range(0, chosen.length)
            .filter(i -> i % step == 0)
            .mapToObj(i -> unit(columns.apply(chosen[i])))
            .filter(unit -> !Double.isNaN(unit[0]))
            .toArray(double[][]::new);
    double sum = 0;
    for (int a = 0; a < units.length; a++) {
      for (int b = 0; b < a; b++) {
        sum += Math.abs(product(units[a], units[b]));
      }
    }
    return units.length < 2 ? Double.NaN : sum / (units.length * (units.length - 1L) / 2);
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
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
