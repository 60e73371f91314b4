package dev.grassmann.dictionaries.saeevaluation;

import java.util.List;

/**
 * How well an attribute is edited with one dictionary: shares of the pairs whose top output is the
 * one that the whole target activation gives.
 *
 * @param attribute its name
 * @param atK one for each number of changes
 * @param weights of the largest edit, for each pair: see {@link AtK#weight}
 */
public record Control(String attribute, List<AtK> atK, double[] weights) {
  public Control {
    atK = List.copyOf(atK);
    weights = weights.clone();
  }

  /**
   * Edits of at most k changes.
   *
   * @param agreement of greedy edits
   * @param byMeaning of edits that take the latents with the best F1 for the old and new value
   * @param weight mean share of the reconstruction that the greedy edit takes away; 0 is what the
   *     supervised edit takes, 1 is all of it; NaN where the supervised edit takes all
   * @param changes mean number of changes made: greedy edits stop where no more would help
   */
  public record AtK(int k, double agreement, double byMeaning, double weight, double changes) {}

  /** A copy. */
  @Override
  public double[] weights() {
    return weights.clone();
  }
}
