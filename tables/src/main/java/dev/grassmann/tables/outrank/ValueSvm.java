package dev.grassmann.tables.outrank;

/**
 * A support vector machine of one class on the values of a column: Gaussian kernel with gamma = 1 /
 * values, C = 1. One-hot values are all equally far from each other, so the kernel is k everywhere
 * but 1 on the diagonal; with the dual's weights summing to 0, the constant part drops out, and the
 * machine falls apart into one problem in one unknown a value, tied together by the intercept.
 */
final class ValueSvm {
  private final double stiffness; // 1 / (1 - k)
  private final int[] positive;
  private final int[] negative;
  private double intercept;

  private ValueSvm(int[] positive, int[] negative, int values) {
    this.positive = positive;
    this.negative = negative;
    this.stiffness = -1 / Math.expm1(-2.0 / values);
  }

  /**
   * Decision of each value, positive for the class; a value without rows gets the intercept.
   *
   * @param positive rows of each value that are of the class
   * @param negative rows of each value that are not
   * @param values how many values the whole column has
   */
  static double[] decisions(int[] positive, int[] negative, int values) {
    ValueSvm machine = new ValueSvm(positive, negative, values);
    machine.balance();
    double[] decisions = new double[positive.length];
    for (int v = 0; v < decisions.length; v++) {
      decisions[v] = machine.decision(v, machine.intercept);
    }
    return decisions;
  }

  /** The intercept at which the weights of all values sum to 0; the sum falls as it grows. */
  private void balance() {
    double low = -1;
    double high = 1;
    while (weights(low) < 0 && low > -1e9) {
      low *= 2;
    }
    while (weights(high) > 0 && high < 1e9) {
      high *= 2;
    }
    for (int step = 0; step < 200 && high - low > 1e-12; step++) {
      double middle = (low + high) / 2;
      if (weights(middle) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    intercept = (low + high) / 2;
  }

  private double weights(double b) {
    double sum = 0;
    for (int v = 0; v < positive.length; v++) {
      sum += stiffness * (decision(v, b) - b);
    }
    return sum;
  }

  /** Minimises stiffness / 2 (t - b)^2 + positive (1 - t)+ + negative (1 + t)+ over t. */
  private double decision(int v, double b) {
    double left = b + positive[v] / stiffness;
    if (left < -1) {
      return left;
    }
    double middle = b + (positive[v] - negative[v]) / stiffness;
    if (middle < -1) {
      return -1;
    }
    if (middle < 1) {
      return middle;
    }
    double right = b - negative[v] / stiffness;
    return Math.max(1, right);
  }
}
