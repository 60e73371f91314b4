package dev.grassmann.compare.units;

import dev.grassmann.engine.kernel.Kernel;

/**
 * min_w ½ wᵀRw - cᵀw + α‖w‖₁ for a correlation matrix R: the lasso on standardised units, from
 * their correlations alone (Friedman, Hastie, Tibshirani 2010). Warm starts: the weights of the
 * last penalty are where the next one begins. One object a thread.
 */
final class CoordinateDescent {
  private static final double TOLERANCE = 1e-6;
  private static final int SWEEPS = 10_000;
  private static final Kernel KERNEL = Kernel.best();

  private final double[] r;
  private final int p;
  private final double[] weights;
  private final double[] gradient; // c - R w
  private final int[] active;

  /**
   * @param r p × p, ones on the diagonal
   */
  CoordinateDescent(double[] r, int p) {
    this.r = r;
    this.p = p;
    this.weights = new double[p];
    this.gradient = new double[p];
    this.active = new int[p];
  }

  /** Begins anew with another target. */
  void target(double[] correlations) {
    System.arraycopy(correlations, 0, gradient, 0, p);
    java.util.Arrays.fill(weights, 0);
  }

  /** The weights for this penalty, which is above 0; overwritten by the next call. */
  double[] solve(double alpha) {
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      int count = 0;
      double change = 0;
      for (int k = 0; k < p; k++) {
        change = Math.max(change, update(k, alpha));
        if (weights[k] != 0) {
          active[count++] = k;
        }
      }
      if (change < TOLERANCE) {
        return weights;
      }
      // only the few that are not 0, until they rest; then all are asked again
      for (int inner = 0; inner < SWEEPS && change >= TOLERANCE; inner++) {
        change = 0;
        for (int a = 0; a < count; a++) {
          change = Math.max(change, update(active[a], alpha));
        }
      }
    }
    return weights;
  }

  private double update(int k, double alpha) {
    double before = weights[k];
    double free = gradient[k] + before; // R_kk is 1
    double now = Math.signum(free) * Math.max(0, Math.abs(free) - alpha);
    if (now == before) {
      return 0;
    }
    weights[k] = now;
    KERNEL.axpy(before - now, r, k * p, gradient, 0, p);
    return Math.abs(now - before);
  }
}
