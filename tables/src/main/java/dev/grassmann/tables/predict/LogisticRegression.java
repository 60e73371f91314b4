package dev.grassmann.tables.predict;

import dev.grassmann.core.run.Run;
import dev.grassmann.tables.Outcomes;
import dev.grassmann.tables.Sample;

/**
 * Logistic regression with an l2 penalty, one class against the rest.
 *
 * @param c weight of the loss against the penalty, above 0
 */
public record LogisticRegression(double c) implements Predictor {
  private static final double TOLERANCE = 1e-4;
  private static final int PASSES = 5000;

  /** With c = 1. */
  public LogisticRegression() {
    this(1);
  }

  /**
   * @throws IllegalArgumentException for numbers
   */
  @Override
  public Model fit(Sample training, Run run) {
    if (!(training.outcomes() instanceof Outcomes.Classes)) {
      throw new IllegalArgumentException("logistic regression needs classes");
    }
    return new Liblinear(Liblinear.Solver.LOGISTIC_L2, c, TOLERANCE, PASSES).fit(training, run);
  }
}
