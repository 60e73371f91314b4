package dev.grassmann.tables.screening.sparse;

/**
 * Accelerated gradients for a smooth, not necessarily convex function plus weighted absolute values
 * (Ghadimi, Lan 2016), with the momentum that minimises their bound and restarts (arXiv 2009.10629,
 * section 3). Three sequences: the aggregate, the search point and the middle between them, where
 * the gradient is taken.
 */
final class AcceleratedGradient {
  /** A step of exactly 1 / L would have no room for the rounding of L. */
  private static final double SAFE = 0.99;

  /** Iterations between two restarts, at least; also before stopping. */
  private static final int GUARD = 3;

  private final boolean tuned;

  /**
   * @param tuned the paper's momentum, steps and restarts; else the original schedule
   */
  AcceleratedGradient(boolean tuned) {
    this.tuned = tuned;
  }

  Descent minimise(
      Objective objective, double[] start, double tolerance, int most, Descent.Watch watch) {
    int size = start.length;
    double[] aggregate = start.clone();
    double[] point = start.clone();
    double[] middle = start.clone();
    double[] gradient = new double[size];
    double step = (tuned ? SAFE : 0.5) / objective.lipschitz();
    double alpha = 1;
    double speed = 1;
    double speedBefore = 1;
    int restarted = 0;
    for (int k = 1; k <= most; k++) {
      if (!tuned) {
        alpha = 2.0 / (k + 1);
      } else if (speedBefore > speed && k - restarted >= GUARD) {
        alpha = 1;
        restarted = k;
      } else if (k > 1) {
        alpha = 2 / (1 + Math.sqrt(1 + 4 / (alpha * alpha)));
      }
      double far = tuned ? step / alpha : k * step / 2;
      double squares = 0;
      double largest = 0;
      for (int j = 0; j < size; j++) {
        double next = (1 - alpha) * aggregate[j] + alpha * point[j];
        double change = Math.abs(next - middle[j]);
        squares += change * change;
        largest = Math.max(largest, change);
        middle[j] = next;
      }
      speedBefore = speed;
      speed = Math.sqrt(squares);
      objective.smooth(middle, gradient);
      for (int j = 0; j < size; j++) {
        double weight = objective.weight(j);
        point[j] = Penalty.soft(point[j] - far * gradient[j], far * weight);
        aggregate[j] = Penalty.soft(middle[j] - step * gradient[j], step * weight);
      }
      if (watch.enough(k, aggregate)) {
        return new Descent(aggregate, k, false);
      }
      if (k >= GUARD && largest < tolerance) {
        return new Descent(aggregate, k, true);
      }
    }
    return new Descent(aggregate, most, false);
  }
}
