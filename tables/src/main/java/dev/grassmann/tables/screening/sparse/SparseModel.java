package dev.grassmann.tables.screening.sparse;

/**
 * A linear predictor with few coefficients that are not 0, in the units of the columns. Immutable.
 */
public final class SparseModel {
  private final double lambda;
  private final double intercept;
  private final int[] features;
  private final double[] coefficients;
  private final double[] standardised;
  private final Fit fit;

  /**
   * How it was found.
   *
   * @param iterations of the solver
   * @param gradients that it asked for
   * @param residual how far the conditions of optimality are from being met, over all columns
   * @param loss mean loss on the rows of the fit, the penalty left out
   * @param considered columns that the solver saw; the strong rule left out the others
   * @param converged whether the solver ended by its tolerance
   */
  public record Fit(
      int iterations,
      int gradients,
      double residual,
      double loss,
      int considered,
      boolean converged) {}

  /** Keeps the arrays. */
  SparseModel(
      double lambda,
      double intercept,
      int[] features,
      double[] coefficients,
      double[] standardised,
      Fit fit) {
    this.lambda = lambda;
    this.intercept = intercept;
    this.features = features;
    this.coefficients = coefficients;
    this.standardised = standardised;
    this.fit = fit;
  }

  public double lambda() {
    return lambda;
  }

  public double intercept() {
    return intercept;
  }

  /** Number of coefficients that are not 0. */
  public int count() {
    return features.length;
  }

  /** Which column the i-th of them belongs to; ascending. */
  public int feature(int i) {
    return features[i];
  }

  /** The i-th coefficient, by the unit of its column. */
  public double coefficient(int i) {
    return coefficients[i];
  }

  /** The i-th coefficient, by one standard deviation of its column. */
  public double standardised(int i) {
    return standardised[i];
  }

  public Fit fit() {
    return fit;
  }
}
