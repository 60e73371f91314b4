package dev.grassmann.tables.baseline;

import java.util.Arrays;

/**
 * Minimises 1 / (2 n) |y - Xw - b|^2 + alpha |w|_1 for a falling sequence of alphas, each from
 * where the last one ended, by coordinate descent on the gradient: a coordinate that moves costs a
 * column of the Gram matrix, which is computed when its feature first moves (covariance updates of
 * Friedman, Hastie, Tibshirani 2010). Memory is features times features that ever moved.
 */
final class LassoPath {
  /** Of the variance of y; correlated features come to rest slowly, long after steps are small. */
  private static final double TOLERANCE = 1e-16;

  private static final int SWEEPS = 10_000;

  private final int rows;
  private final double[][] centred;
  private final double[] means;
  private final double[] variance;
  private final double[][] gram;
  private final double[] weights;
  private final double[] gradient; // X^T (y - Xw) / n
  private final double mean;
  private final double spread;

  LassoPath(double[][] columns, double[] y) {
    rows = y.length;
    mean = Arrays.stream(y).average().orElseThrow();
    double[] rest = Arrays.stream(y).map(v -> v - mean).toArray();
    spread = dot(rest, rest);
    int d = columns.length;
    centred = new double[d][];
    means = new double[d];
    variance = new double[d];
    gram = new double[d][];
    weights = new double[d];
    gradient = new double[d];
    for (int j = 0; j < d; j++) {
      double middle = Arrays.stream(columns[j]).average().orElseThrow();
      means[j] = middle;
      centred[j] = Arrays.stream(columns[j]).map(x -> x - middle).toArray();
      variance[j] = dot(centred[j], centred[j]);
      gradient[j] = dot(centred[j], rest);
    }
  }

  /** The smallest alpha at which no feature is used. */
  double largest() {
    return Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
  }

  /** Goes to another alpha; falling ones are fast. */
  void descend(double alpha) {
    boolean all = true;
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      double moved = 0;
      for (int j = 0; j < weights.length; j++) {
        if (all || weights[j] != 0) {
          moved = Math.max(moved, move(j, alpha));
        }
      }
      boolean still = moved <= TOLERANCE * spread;
      if (still && all) {
        return;
      }
      all = still; // those in use first; when they rest, everybody is asked
    }
  }

  /** Moves one weight to its best; what it moved, as a share of the loss. */
  private double move(int j, double alpha) {
    if (variance[j] <= 1e-12) { // a constant explains nothing
      return 0;
    }
    double old = weights[j];
    double pull = gradient[j] + variance[j] * old;
    double now = Math.signum(pull) * Math.max(0, Math.abs(pull) - alpha) / variance[j];
    double by = now - old;
    if (by == 0) {
      return 0;
    }
    weights[j] = now;
    double[] products = products(j);
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] -= by * products[i];
    }
    return by * by * variance[j];
  }

  private double[] products(int j) {
    if (gram[j] == null) {
      double[] products = new double[weights.length];
      for (int i = 0; i < products.length; i++) {
        products[i] = dot(centred[i], centred[j]);
      }
      gram[j] = products;
    }
    return gram[j];
  }

  /** A copy of the weights, one a feature. */
  double[] weights() {
    return weights.clone();
  }

  /** Mean squared error on other rows. */
  double error(double[][] columns, double[] y) {
    double[] rest = Arrays.stream(y).map(v -> v - mean).toArray();
    for (int j = 0; j < weights.length; j++) {
      if (weights[j] != 0) {
        for (int i = 0; i < rest.length; i++) {
          rest[i] -= weights[j] * (columns[j][i] - means[j]);
        }
      }
    }
    return Arrays.stream(rest).map(v -> v * v).sum() / rest.length;
  }

  private double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum / rows;
  }
}
