package dev.grassmann.tables.screening.sparse;

/** How badly linear predictors eta explain outcomes y, as a mean over the rows. */
public enum Loss {
  /** |y - eta|^2 / (2n). */
  LINEAR,
  /** mean of ln(1 + e^eta) - y eta, for y of 0 and 1. */
  LOGISTIC;

  double value(double[] eta, double[] y) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      sum += of(eta[i], y[i]);
    }
    return sum / y.length;
  }

  /** Of one row. */
  double of(double eta, double y) {
    if (this == LINEAR) {
      return (y - eta) * (y - eta) / 2;
    }
    double log = eta > 0 ? eta + Math.log1p(Math.exp(-eta)) : Math.log1p(Math.exp(eta));
    return log - y * eta;
  }

  /** Fills {@code slope} with the derivative by each eta of the sum over the rows, over n. */
  void slope(double[] eta, double[] y, double[] slope) {
    double n = y.length;
    for (int i = 0; i < y.length; i++) {
      double fitted = this == LINEAR ? eta[i] : 1 / (1 + Math.exp(-eta[i]));
      slope[i] = (fitted - y[i]) / n;
    }
  }

  /** The second derivative by eta is at most this. */
  double curvature() {
    return this == LINEAR ? 1 : 0.25;
  }
}
