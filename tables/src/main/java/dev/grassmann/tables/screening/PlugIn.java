package dev.grassmann.tables.screening;

/** Mutual information of a table of probabilities or counts, in nats. */
final class PlugIn {
  /** Below this a cell adds less than 1e-15, and may be the rounding of a transform. */
  private static final double FLOOR = 1e-17;

  private PlugIn() {}

  /**
   * Sum of p (ln p - ln row - ln column), never below 0.
   *
   * @param mass row-major, {@code height * width}; negative numbers count as 0
   * @param normalise whether the table is first divided by its sum
   */
  static double nats(double[] mass, int height, int width, boolean normalise) {
    double[] columns = new double[width];
    double joint = 0;
    double ofRows = 0;
    double total = 0;
    for (int j = 0; j < height; j++) {
      double row = 0;
      for (int i = 0; i < width; i++) {
        double p = mass[j * width + i];
        if (p > FLOOR) {
          joint += Logarithm.entropy(p);
          columns[i] += p;
          row += p;
        }
      }
      if (row > 0) {
        ofRows += Logarithm.entropy(row);
        total += row;
      }
    }
    double information = joint - ofRows;
    for (double column : columns) {
      if (column > 0) {
        information -= Logarithm.entropy(column);
      }
    }
    if (normalise) {
      information = information / total + Math.log(total);
    }
    return Math.max(0, information);
  }

  /** Of two columns of classes. */
  static double nats(int[] x, int xCount, int[] y, int yCount) {
    double[] counts = new double[xCount * yCount];
    for (int row = 0; row < x.length; row++) {
      counts[x[row] * yCount + y[row]]++;
    }
    return nats(counts, xCount, yCount, true);
  }
}
