package dev.grassmann.dictionaries.measure;

import dev.grassmann.engine.linalg.Cholesky;
import java.util.Arrays;

/**
 * Logistic regression with an L2 penalty, as scikit-learn's with C = 1: minimises ½‖w‖² + sum of
 * weight · log(1 + exp(-y (w x + b))), the intercept b free of penalty, by Newton's method with
 * steps that are halved until the loss falls. Rows of a class weigh n / (2 · rows of that class),
 * so that a rare class is not drowned.
 */
final class LogisticModel {
  private static final int STEPS = 100;
  private static final double GRADIENT = 1e-8;
  private static final double RIDGE = 1e-10; // keeps the intercept's row positive definite

  private final double[] weights; // the intercept last

  private LogisticModel(double[] weights) {
    this.weights = weights;
  }

  /**
   * Fits.
   *
   * @param x rows × k
   * @param positive class of each row; where all are of one class every margin has its sign
   */
  static LogisticModel fit(double[] x, boolean[] positive, int k) {
    int n = positive.length;
    int count = 0;
    for (boolean p : positive) {
      count += p ? 1 : 0;
    }
    double[] w = new double[k + 1];
    if (count == 0 || count == n) {
      w[k] = count == 0 ? -1 : 1;
      return new LogisticModel(w);
    }
    double[] share = {n / (2.0 * (n - count)), n / (2.0 * count)};
    double loss = loss(x, positive, share, w);
    for (int step = 0; step < STEPS; step++) {
      double[] gradient = new double[k + 1];
      double[] hessian = new double[(k + 1) * (k + 1)];
      derivatives(x, positive, share, w, gradient, hessian);
      if (Arrays.stream(gradient).map(Math::abs).max().orElse(0) < GRADIENT) {
        break;
      }
      double[] move = Cholesky.of(hessian, k + 1, RIDGE).solve(gradient, 1);
      double scale = 1;
      double[] next = moved(w, move, scale);
      double nextLoss = loss(x, positive, share, next);
      while (nextLoss > loss && scale > 1e-8) {
        scale /= 2;
        next = moved(w, move, scale);
        nextLoss = loss(x, positive, share, next);
      }
      w = next;
      loss = nextLoss;
    }
    return new LogisticModel(w);
  }

  private static double[] moved(double[] w, double[] move, double scale) {
    double[] next = w.clone();
    for (int i = 0; i < w.length; i++) {
      next[i] -= scale * move[i];
    }
    return next;
  }

  private static double loss(double[] x, boolean[] positive, double[] share, double[] w) {
    int k = w.length - 1;
    double sum = 0;
    for (int i = 0; i < k; i++) {
      sum += w[i] * w[i] / 2;
    }
    for (int row = 0; row < positive.length; row++) {
      double margin = margin(w, x, row * k) * (positive[row] ? 1 : -1);
      double log =
          margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin;
      sum += share[positive[row] ? 1 : 0] * log;
    }
    return sum;
  }

  private static void derivatives(
      double[] x,
      boolean[] positive,
      double[] share,
      double[] w,
      double[] gradient,
      double[] hessian) {
    int k = w.length - 1;
    for (int i = 0; i < k; i++) {
      gradient[i] = w[i];
      hessian[i * (k + 1) + i] = 1;
    }
    for (int row = 0; row < positive.length; row++) {
      double probability = 1 / (1 + Math.exp(-margin(w, x, row * k)));
      double weight = share[positive[row] ? 1 : 0];
      double off = weight * (probability - (positive[row] ? 1 : 0));
      double curve = weight * probability * (1 - probability);
      for (int i = 0; i <= k; i++) {
        double xi = i == k ? 1 : x[row * k + i];
        gradient[i] += off * xi;
        for (int j = 0; j <= i; j++) {
          double xj = j == k ? 1 : x[row * k + j];
          hessian[i * (k + 1) + j] += curve * xi * xj;
        }
      }
    }
    for (int i = 0; i <= k; i++) {
      for (int j = i + 1; j <= k; j++) {
        hessian[i * (k + 1) + j] = hessian[j * (k + 1) + i];
      }
    }
  }

  /** w x + b of a row from its offset; above 0 is the class. */
  double margin(double[] x, int at) {
    return margin(weights, x, at);
  }

  private static double margin(double[] w, double[] x, int at) {
    int k = w.length - 1;
    double sum = w[k];
    for (int i = 0; i < k; i++) {
      sum += w[i] * x[at + i];
    }
    return sum;
  }
}
