package dev.grassmann.tables.screening.sparse;

import dev.grassmann.core.InputException;

/**
 * A penalty on the size of a coefficient, p(b) = lambda |b| + c(b), where c is smooth and concave:
 * the first part is left to soft thresholding, the second joins the loss.
 */
public sealed interface Penalty {
  /** c(b). */
  double concave(double b, double lambda);

  /** c'(b). */
  double concaveGradient(double b, double lambda);

  /** c' changes by at most this times the change of b. */
  double curvature();

  /**
   * The b that minimises v b^2 / 2 - z b + p(b): the step of coordinate descent, and the solution
   * of an orthonormal design, where v is 1.
   *
   * @param v above {@link #curvature()}
   */
  double minimiser(double z, double v, double lambda);

  /** p(b). */
  default double value(double b, double lambda) {
    return lambda * Math.abs(b) + concave(b, lambda);
  }

  /** b moved towards 0 by a threshold. */
  static double soft(double b, double threshold) {
    return b > threshold ? b - threshold : b < -threshold ? b + threshold : 0;
  }

  /** The absolute value alone (Tibshirani 1996). */
  record Lasso() implements Penalty {
    @Override
    public double concave(double b, double lambda) {
      return 0;
    }

    @Override
    public double concaveGradient(double b, double lambda) {
      return 0;
    }

    @Override
    public double curvature() {
      return 0;
    }

    @Override
    public double minimiser(double z, double v, double lambda) {
      return soft(z, lambda) / v;
    }
  }

  /**
   * Smoothly clipped absolute deviation (Fan, Li 2001).
   *
   * @param a where it is flat, in lambdas; above 2
   */
  record Scad(double a) implements Penalty {
    /**
     * @throws InputException for an {@code a} of at most 2
     */
    public Scad {
      if (!(a > 2)) {
        throw new InputException("is " + a, "--a", "allowed: above 2");
      }
    }

    @Override
    public double concave(double b, double lambda) {
      double size = Math.abs(b);
      if (size <= lambda) {
        return 0;
      }
      return size <= a * lambda
          ? -(size - lambda) * (size - lambda) / (2 * (a - 1))
          : (a + 1) * lambda * lambda / 2 - lambda * size;
    }

    @Override
    public double concaveGradient(double b, double lambda) {
      double size = Math.abs(b);
      if (size <= lambda) {
        return 0;
      }
      double slope = size <= a * lambda ? (lambda - size) / (a - 1) : -lambda;
      return b > 0 ? slope : -slope;
    }

    @Override
    public double curvature() {
      return 1 / (a - 1);
    }

    @Override
    public double minimiser(double z, double v, double lambda) {
      double size = Math.abs(z);
      if (size <= lambda * (v + 1)) {
        return soft(z, lambda) / v;
      }
      return size <= a * lambda * v ? soft(z, a * lambda / (a - 1)) / (v - 1 / (a - 1)) : z / v;
    }
  }

  /**
   * Minimax concave penalty (Zhang 2010).
   *
   * @param gamma where it is flat, in lambdas; above 1
   */
  record Mcp(double gamma) implements Penalty {
    /**
     * @throws InputException for a {@code gamma} of at most 1
     */
    public Mcp {
      if (!(gamma > 1)) {
        throw new InputException("is " + gamma, "--gamma", "allowed: above 1");
      }
    }

    @Override
    public double concave(double b, double lambda) {
      double size = Math.abs(b);
      return size <= gamma * lambda
          ? -b * b / (2 * gamma)
          : gamma * lambda * lambda / 2 - lambda * size;
    }

    @Override
    public double concaveGradient(double b, double lambda) {
      return Math.abs(b) <= gamma * lambda ? -b / gamma : -lambda * Math.signum(b);
    }

    @Override
    public double curvature() {
      return 1 / gamma;
    }

    @Override
    public double minimiser(double z, double v, double lambda) {
      return Math.abs(z) <= gamma * lambda * v ? soft(z, lambda) / (v - 1 / gamma) : z / v;
    }
  }
}
