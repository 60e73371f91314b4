package dev.grassmann.tables.dsir;

import dev.grassmann.core.run.Run;

/**
 * Heuristic classification, the paper's baseline: in every round each document of probability p is
 * kept where a Pareto draw of shape 9, less 1, exceeds 1 - p; rounds go on until enough are kept.
 * The draw exceeds x with probability (1 + x)^-9, so a document's first such round is geometric and
 * is drawn at once.
 */
final class ParetoRounds {
  private static final double SHAPE = 9;

  private final CountedNoise first;
  private final CountedNoise second;

  private ParetoRounds(CountedNoise first, CountedNoise second) {
    this.first = first;
    this.second = second;
  }

  /** Rounds of one target of a run. */
  static ParetoRounds of(Run run, int target) {
    return new ParetoRounds(
        CountedNoise.of(run, "pareto round " + target),
        CountedNoise.of(run, "pareto order " + target));
  }

  /**
   * The round that first keeps a document, from 1.
   *
   * @param logOdds ln(p / (1 - p)) of its probability p to be of the target
   */
  double round(long document, double logOdds) {
    double other = 1 / (1 + Math.exp(logOdds)); // 1 - p, also where p is next to 1
    double accepted = Math.pow(1 + other, -SHAPE);
    if (accepted >= 1) {
      return 1;
    }
    return Math.max(1, Math.ceil(Math.log(first.uniform(document)) / Math.log1p(-accepted)));
  }

  /** Place of a document among those kept, 0 .. 1: uniform, and independent of its round. */
  double order(long document) {
    return second.uniform(document);
  }
}
