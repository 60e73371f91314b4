package dev.grassmann.dictionaries.mpsae;

import dev.grassmann.core.InputException;

/**
 * When the pursuit of a row ends.
 *
 * @param steps T, most picks a row, at least 1; with a tolerance of 0 exactly that many are made
 * @param tolerance tau: with a value above 0 a row is done as soon as its residual's norm is below
 *     it, or a pick chose an atom that the row already had (the pick still counts)
 * @param rectified whether a coefficient below 0 counts as 0; then a row is also done when no atom
 *     is positively aligned with its residual, since nothing would change any more
 */
public record StopRule(int steps, double tolerance, boolean rectified) {
  public StopRule {
    if (steps < 1) {
      throw new InputException("the pursuit has " + steps + " steps", "", "give a k of at least 1");
    }
    if (!(tolerance >= 0)) {
      throw new InputException(
          "tau is " + tolerance, "", "give 0 (exactly k picks) or a residual norm above 0");
    }
  }

  /** Exactly so many picks, coefficients as they come: the paper's algorithm 1. */
  public static StopRule picks(int steps) {
    return new StopRule(steps, 0, false);
  }

  boolean adaptive() {
    return tolerance > 0;
  }
}
