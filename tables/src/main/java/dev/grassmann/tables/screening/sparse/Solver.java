package dev.grassmann.tables.screening.sparse;

/** What minimises a penalised loss. */
public enum Solver {
  /** The paper's: accelerated gradient steps with tuned momentum and restarts. */
  ACCELERATED,
  /** One soft-thresholded gradient step after the other. */
  PROXIMAL_GRADIENT,
  /** Accelerated gradient steps by the schedule of Ghadimi and Lan 2016. */
  GHADIMI_LAN,
  /** Proximal steps that find the support, conjugate gradients on it. */
  CONJUGATE_GRADIENT,
  /** One coefficient after the other, exactly. */
  COORDINATE_DESCENT;

  /**
   * @param start coefficients, left as they are
   * @param tolerance largest change of a coefficient, for {@link #CONJUGATE_GRADIENT} of the
   *     gradient, at which it ends
   */
  Descent minimise(
      PenalisedLoss objective, double[] start, double tolerance, int most, Descent.Watch watch) {
    return switch (this) {
      case ACCELERATED ->
          new AcceleratedGradient(true).minimise(objective, start, tolerance, most, watch);
      case GHADIMI_LAN ->
          new AcceleratedGradient(false).minimise(objective, start, tolerance, most, watch);
      case PROXIMAL_GRADIENT -> ProximalGradient.minimise(objective, start, tolerance, most, watch);
      case CONJUGATE_GRADIENT ->
          ConjugateGradient.minimise(objective, start, tolerance, most, watch);
      case COORDINATE_DESCENT ->
          CoordinateDescent.minimise(objective, start, tolerance, most, watch);
    };
  }
}
