package dev.grassmann.tables.outrank;

/**
 * Logistic regression of one class on the values of a column, rows of equal value taken together:
 * minimises mean log-loss + penalty / 2 |w|^2, the intercept free. It is the objective of the
 * reference's stochastic gradient descent, but its minimum is found by Newton steps (solved by
 * conjugate gradients), so that the result depends on no order of rows.
 */
final class Logistic {
  private static final double PENALTY = 1e-4;
  private static final double TOLERANCE = 1e-9;
  private static final int STEPS = 50;

  private final Points points;
  private final int[] positive;
  private final int[] total;
  private final double rows;
  private final double[] w; // the last place is the intercept

  private Logistic(Points points, int[] positive, int[] total) {
    this.points = points;
    this.positive = positive;
    this.total = total;
    double sum = 0;
    for (int n : total) {
      sum += n;
    }
    this.rows = sum;
    this.w = new double[points.dimension() + 1];
  }

  /**
   * Probability of the class for each value.
   *
   * @param positive rows of each value that are of the class
   * @param total rows of each value
   */
  static double[] probabilities(Points points, int[] positive, int[] total) {
    Logistic model = new Logistic(points, positive, total);
    model.fit();
    double[] probabilities = new double[total.length];
    for (int v = 0; v < total.length; v++) {
      probabilities[v] = sigmoid(model.logit(v, model.w));
    }
    return probabilities;
  }

  static double sigmoid(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  private double logit(int v, double[] weights) {
    return points.times(v, weights) + weights[weights.length - 1];
  }

  private void fit() {
    double loss = loss(w);
    for (int step = 0; step < STEPS; step++) {
      double[] curvature = new double[total.length];
      double[] gradient = gradient(curvature);
      if (dot(gradient, gradient) < TOLERANCE * TOLERANCE) {
        return;
      }
      double[] direction = solve(gradient, curvature);
      double length = 1;
      double[] tried = moved(direction, length);
      double triedLoss = loss(tried);
      while (triedLoss > loss && length > 1e-10) {
        length /= 2;
        tried = moved(direction, length);
        triedLoss = loss(tried);
      }
      if (triedLoss >= loss) {
        return; // rounding hides any further descent
      }
      System.arraycopy(tried, 0, w, 0, w.length);
      loss = triedLoss;
    }
  }

  private double[] moved(double[] direction, double length) {
    double[] next = w.clone();
    for (int d = 0; d < next.length; d++) {
      next[d] -= length * direction[d];
    }
    return next;
  }

  private double loss(double[] weights) {
    double sum = 0;
    for (int v = 0; v < total.length; v++) {
      double z = logit(v, weights);
      sum += total[v] * softplus(z) - positive[v] * z;
    }
    double squares = 0;
    for (int d = 0; d < weights.length - 1; d++) {
      squares += weights[d] * weights[d];
    }
    return sum / rows + PENALTY / 2 * squares;
  }

  /** ln(1 + e^z) without overflow. */
  private static double softplus(double z) {
    return z > 0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z));
  }

  private double[] gradient(double[] curvature) {
    double[] gradient = new double[w.length];
    for (int v = 0; v < total.length; v++) {
      double p = sigmoid(logit(v, w));
      double slope = (total[v] * p - positive[v]) / rows;
      curvature[v] = total[v] * p * (1 - p) / rows;
      points.addTo(gradient, v, slope);
      gradient[w.length - 1] += slope;
    }
    for (int d = 0; d < w.length - 1; d++) {
      gradient[d] += PENALTY * w[d];
    }
    return gradient;
  }

  /** Conjugate gradients on Hessian * x = gradient. */
  private double[] solve(double[] gradient, double[] curvature) {
    double[] x = new double[gradient.length];
    double[] residual = gradient.clone();
    double[] direction = residual.clone();
    double before = dot(residual, residual);
    double enough = before * 1e-10;
    for (int step = 0; step < 2 * x.length + 10 && before > enough; step++) {
      double[] image = hessianTimes(direction, curvature);
      double bend = dot(direction, image);
      if (bend <= 0) {
        break;
      }
      double length = before / bend;
      for (int d = 0; d < x.length; d++) {
        x[d] += length * direction[d];
        residual[d] -= length * image[d];
      }
      double after = dot(residual, residual);
      for (int d = 0; d < x.length; d++) {
        direction[d] = residual[d] + after / before * direction[d];
      }
      before = after;
    }
    return x;
  }

  private double[] hessianTimes(double[] vector, double[] curvature) {
    double[] image = new double[vector.length];
    int last = vector.length - 1;
    for (int v = 0; v < total.length; v++) {
      double bend = curvature[v] * logit(v, vector);
      points.addTo(image, v, bend);
      image[last] += bend;
    }
    for (int d = 0; d < last; d++) {
      image[d] += PENALTY * vector[d];
    }
    return image;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += a[d] * b[d];
    }
    return sum;
  }
}
