package dev.grassmann.core.result;

/**
 * How much two features say about each other.
 *
 * @param first name of one
 * @param second name of the other
 * @param score the more the more alike
 * @param sd standard deviation over batches, NaN where there was only one
 * @param batches how many batches the score is the summary of
 */
public record PairScore(String first, String second, double score, double sd, int batches) {
  /** The same pair, seen from the other side. */
  public PairScore swapped() {
    return new PairScore(second, first, score, sd, batches);
  }
}
