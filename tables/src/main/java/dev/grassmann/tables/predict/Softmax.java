package dev.grassmann.tables.predict;

/** Scores as shares that add up to 1. */
final class Softmax {
  private Softmax() {}

  /** Fills the shares of one row; {@code scores} has an array a class. */
  static void shares(double[][] scores, int row, double[] shares) {
    double top = Double.NEGATIVE_INFINITY;
    for (double[] score : scores) {
      top = Math.max(top, score[row]);
    }
    double whole = 0;
    for (int c = 0; c < shares.length; c++) {
      shares[c] = Math.exp(scores[c][row] - top);
      whole += shares[c];
    }
    for (int c = 0; c < shares.length; c++) {
      shares[c] /= whole;
    }
  }
}
