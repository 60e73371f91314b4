package dev.grassmann.core.result;

import dev.grassmann.core.InputException;

/**
 * How one feature did.
 *
 * @param feature its name; a combination is called {@code a AND b}
 * @param role where it comes from
 * @param score the more the better; finite
 * @param sd standard deviation of the score over batches or folds, NaN where there was only one
 * @param batches how many batches or folds the score is the summary of, at least 1
 * @param values number of distinct values, 0 where nobody counted
 * @param coverage rows with a value, in percent, NaN where nobody counted
 */
public record FeatureScore(
    String feature, Role role, double score, double sd, int batches, long values, double coverage) {

  /** Where a feature comes from. */
  public enum Role {
    /** A column of the table. */
    COLUMN,
    /** Several columns taken together as one. */
    COMBINATION,
    /** Computed from a column. */
    DERIVED,
    /** Made without looking at the data, to see what a meaningless feature scores. */
    CONTROL,
    /** Made from the target itself, to see what the best possible feature scores. */
    POSITIVE_CONTROL
  }

  /**
   * @throws InputException for a score that is NaN or infinite
   */
  public FeatureScore {
    if (!Double.isFinite(score)) {
      throw new InputException(
          "the score of '" + feature + "' is " + score, "", "look for broken values in it");
    }
  }

  /** A column's score, nothing else being known. */
  public static FeatureScore of(String feature, double score) {
    return new FeatureScore(feature, Role.COLUMN, score, Double.NaN, 1, 0, Double.NaN);
  }
}
