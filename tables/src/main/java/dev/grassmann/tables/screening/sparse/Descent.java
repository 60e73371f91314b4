package dev.grassmann.tables.screening.sparse;

/**
 * Where a solver ended.
 *
 * @param coefficients exactly 0 where the penalty holds them
 * @param iterations that were done
 * @param converged whether it ended by its tolerance
 */
public record Descent(double[] coefficients, int iterations, boolean converged) {
  /** Watches a solver; for figures of how fast it is. */
  @FunctionalInterface
  public interface Watch {
    /** Sees the coefficients after an iteration; true ends the solver. */
    boolean enough(int iteration, double[] coefficients);

    /** Looks away. */
    Watch NONE = (iteration, coefficients) -> false;
  }
}
