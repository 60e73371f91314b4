package dev.grassmann.tables.screening.sparse;

/**
 * How models are fitted.
 *
 * @param loss what is minimised
 * @param penalty on every coefficient but the intercept
 * @param solver what minimises
 * @param tolerance at which it ends
 * @param iterations at most, a lambda
 * @param standardise whether columns are scaled to standard deviation 1
 * @param strongRule whether columns are left out that are unlikely to come in
 */
record Fitting(
    Loss loss,
    Penalty penalty,
    Solver solver,
    double tolerance,
    int iterations,
    boolean standardise,
    boolean strongRule) {
  /** The studies' settings. */
  static Fitting of(Loss loss, Penalty penalty) {
    return new Fitting(loss, penalty, Solver.ACCELERATED, 1e-5, 5_000, true, true);
  }

  Fitting with(Solver other) {
    return new Fitting(loss, penalty, other, tolerance, iterations, standardise, strongRule);
  }

  Fitting withoutStrongRule() {
    return new Fitting(loss, penalty, solver, tolerance, iterations, standardise, false);
  }

  Fitting within(double newTolerance) {
    return new Fitting(loss, penalty, solver, newTolerance, iterations, standardise, strongRule);
  }
}
