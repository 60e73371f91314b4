package dev.grassmann.dictionaries.standard;

/** Total variance of rows. */
final class Variance {
  private Variance() {}

  /** (1/n) sum of ‖row - mean row‖². */
  static double ofRows(float[] rows, int n, int d) {
    double[] mean = new double[d];
    for (int b = 0; b < n; b++) {
      for (int c = 0; c < d; c++) {
        mean[c] += rows[b * d + c];
      }
    }
    double total = 0;
    for (int b = 0; b < n; b++) {
      for (int c = 0; c < d; c++) {
        double off = rows[b * d + c] - mean[c] / n;
        total += off * off;
      }
    }
    return total / n;
  }
}
