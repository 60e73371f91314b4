package dev.grassmann.tables.screening.sparse;

import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.Workers;
import dev.grassmann.engine.kernel.Kernel;
import java.util.List;

/**
 * Columns moved to mean 0 and scaled to standard deviation 1 (dividing by n) as they are read: two
 * numbers a column are kept, never a second matrix. A column of one value becomes 0.
 */
final class Standardised {
  /** Columns that one task looks at: enough to make up for handing it out. */
  private static final int CHUNK = 256;

  private final Columns columns;
  private final double[] mean;
  private final double[] deviation;

  private Standardised(Columns columns, double[] mean, double[] deviation) {
    this.columns = columns;
    this.mean = mean;
    this.deviation = deviation;
  }

  /**
   * @param scale whether columns are divided by their deviation; their means are always taken off
   */
  static Standardised of(Columns columns, boolean scale, Run run) {
    double[] mean = new double[columns.count()];
    double[] deviation = new double[columns.count()];
    eachColumn(
        columns,
        "looking at columns",
        run,
        (j, column) -> {
          double sum = 0;
          for (double number : column) {
            sum += number;
          }
          mean[j] = sum / column.length;
          double squares = 0;
          for (double number : column) {
            squares += (number - mean[j]) * (number - mean[j]);
          }
          double own = Math.sqrt(squares / column.length);
          // rounding of the mean alone gives a constant column a deviation of this size
          boolean constant = own <= 1e-12 * Math.abs(mean[j]);
          deviation[j] = constant ? Double.POSITIVE_INFINITY : scale ? own : 1;
        });
    return new Standardised(columns, mean, deviation);
  }

  int rows() {
    return columns.rows();
  }

  int count() {
    return columns.count();
  }

  boolean isConstant(int column) {
    return Double.isInfinite(deviation[column]);
  }

  double mean(int column) {
    return mean[column];
  }

  /** Infinite for a column of one value. */
  double deviation(int column) {
    return deviation[column];
  }

  /** A column, standardised, in an array of its own. */
  double[] column(int j) {
    double[] own = new double[rows()];
    columns.copy(j, own);
    for (int i = 0; i < own.length; i++) {
      own[i] = (own[i] - mean[j]) / deviation[j];
    }
    return own;
  }

  /** Inner products of every standardised column with a vector of as many rows. */
  double[] times(double[] vector, Run run) {
    double sum = 0;
    for (double number : vector) {
      sum += number;
    }
    double total = sum;
    double[] products = new double[count()];
    Kernel kernel = Kernel.best();
    eachColumn(
        columns,
        "checking columns",
        run,
        (j, column) -> {
          double product = kernel.dot(column, 0, vector, 0, column.length);
          products[j] = (product - mean[j] * total) / deviation[j];
        });
    return products;
  }

  /** What is done with a column as it stands in the source. */
  @FunctionalInterface
  private interface Look {
    void at(int j, double[] column);
  }

  private static void eachColumn(Columns columns, String stage, Run run, Look look) {
    int chunks = (columns.count() + CHUNK - 1) / CHUNK;
    List<Boolean> done =
        Workers.map(
            chunks,
            stage,
            run,
            () -> new double[columns.rows()],
            (chunk, scratch) -> {
              int end = Math.min(columns.count(), (chunk + 1) * CHUNK);
              for (int j = chunk * CHUNK; j < end; j++) {
                columns.copy(j, scratch);
                look.at(j, scratch);
              }
              return true;
            });
    assert done.size() == chunks;
  }
}
