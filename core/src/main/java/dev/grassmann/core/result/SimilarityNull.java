package dev.grassmann.core.result;

import java.util.Arrays;
import java.util.Objects;

/**
 * What a similarity measure gives when nothing is shared: its scores after the rows of the second
 * space were shuffled, which keeps both spaces as they are and breaks what pairs them.
 *
 * @param rows rows that were shuffled; fewer than the score's own where a sample was drawn
 * @param scores one score a shuffle, ascending; at least one
 */
public record SimilarityNull(int rows, double[] scores) {
  public SimilarityNull {
    if (scores.length == 0) {
      throw new IllegalArgumentException("a null of no shuffles");
    }
    scores = scores.clone();
    Arrays.sort(scores);
  }

  /** A copy of the scores, ascending. */
  @Override
  public double[] scores() {
    return scores.clone();
  }

  /** How often the rows were shuffled. */
  public int shuffles() {
    return scores.length;
  }

  public double mean() {
    return Arrays.stream(scores).sum() / scores.length;
  }

  /** Smallest score that at least this share of the shuffles does not exceed, share in (0, 1]. */
  public double quantile(double share) {
    int rank = (int) Math.ceil(share * scores.length);
    return scores[Math.max(0, Math.min(scores.length, rank) - 1)];
  }

  /**
   * Share of shuffles that score no less, the observed order counted as one of them; at least 1 /
   * (shuffles + 1), so that a null of few shuffles never claims much (Phipson, Smyth 2010).
   */
  public double pValue(double score) {
    long atLeast = Arrays.stream(scores).filter(s -> s >= score).count();
    return (1.0 + atLeast) / (1.0 + scores.length);
  }

  /**
   * The score on a scale where 0 is what shuffled rows give and 1 is the same: (score - mean) / (1
   * - mean); 0 where shuffled rows already give 1.
   */
  public double corrected(double score) {
    double mean = mean();
    return mean >= 1 ? 0 : (score - mean) / (1 - mean);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SimilarityNull that
        && rows == that.rows
        && Arrays.equals(scores, that.scores);
  }

  @Override
  public int hashCode() {
    return Objects.hash(rows, Arrays.hashCode(scores));
  }

  @Override
  public String toString() {
    return "SimilarityNull[rows=" + rows + ", scores=" + Arrays.toString(scores) + "]";
  }
}
