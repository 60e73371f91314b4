package dev.grassmann.dictionaries.standard;

/** Squared distances between rows. */
final class RowErrors {
  private RowErrors() {}

  /** ‖x - y‖² of each row. */
  static double[] of(float[] x, float[] y, int rows, int d) {
    double[] errors = new double[rows];
    for (int i = 0; i < rows * d; i++) {
      double off = (double) x[i] - y[i];
      errors[i / d] += off * off;
    }
    return errors;
  }
}
