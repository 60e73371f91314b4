package dev.grassmann.clusters.franca;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import java.util.Locale;

/**
 * What a probe is to read off each token, scaled to [0, 1].
 *
 * @param values q for each token
 * @param q how many a token
 * @param shared whether they are those of a grid, the same for every image
 * @param tokens tokens an item: those of a grid, or 1
 */
record Targets(double[] values, int q, boolean shared, int tokens) {
  /** Places (row / (rows - 1), column / (columns - 1)) of a grid, row by row. */
  static Targets grid(int rows, int columns) {
    if (rows < 2 || columns < 2) {
      throw new InputException(
          "a grid of " + rows + " x " + columns + " has constant coordinates",
          "--grid-rows",
          "give 2 or more of both, or --targets");
    }
    double[] values = new double[2 * rows * columns];
    for (int t = 0; t < rows * columns; t++) {
      values[2 * t] = (double) (t / columns) / (rows - 1);
      values[2 * t + 1] = (double) (t % columns) / (columns - 1);
    }
    return new Targets(values, 2, true, rows * columns);
  }

  /** Columns of any numbers, one row a token, each scaled to [0, 1]. */
  static Targets of(Vectors given, String where) {
    int q = given.d();
    double[] values = new double[given.n() * q];
    float[] row = new float[q];
    float[] low = new float[q];
    float[] high = new float[q];
    for (int i = 0; i < given.n(); i++) {
      given.copyRow(i, row);
      for (int k = 0; k < q; k++) {
        low[k] = i == 0 ? row[k] : Math.min(low[k], row[k]);
        high[k] = i == 0 ? row[k] : Math.max(high[k], row[k]);
        values[i * q + k] = row[k];
      }
    }
    for (int k = 0; k < q; k++) {
      if (!(high[k] > low[k]) || !Float.isFinite(high[k] - low[k])) {
        throw new InputException(
            "column " + k + " is constant or not finite", where, "give targets that differ");
      }
      for (int i = 0; i < given.n(); i++) {
        values[i * q + k] = (values[i * q + k] - low[k]) / (high[k] - low[k]);
      }
    }
    return new Targets(values, q, false, 1);
  }

  /** Error of guessing each column's mean: the largest that a probe need make. */
  double chance() {
    int count = values.length / q;
    double sum = 0;
    for (int k = 0; k < q; k++) {
      double mean = 0;
      for (int i = 0; i < count; i++) {
        mean += values[i * q + k] / count;
      }
      for (int i = 0; i < count; i++) {
        double off = values[i * q + k] - mean;
        sum += off * off / count;
      }
    }
    return sum / q;
  }

  /**
   * Items of these tokens.
   *
   * @throws InputException where the rows do not make whole items
   */
  int items(int n) {
    if (n % tokens != 0) {
      throw new InputException(
          String.format(Locale.ROOT, "%,d rows are no whole number of grids of %,d", n, tokens),
          "--grid-rows",
          "give the rows and columns of the grid, the tokens of an image one after the other");
    }
    if (!shared && values.length / q != n) {
      throw new InputException(
          String.format(Locale.ROOT, "%,d targets for %,d rows", values.length / q, n),
          "--targets",
          "give one row of targets a row");
    }
    return n / tokens;
  }
}
