package dev.grassmann.tables.baseline;

import dev.grassmann.core.Option;
import dev.grassmann.core.Options;
import dev.grassmann.tables.RankingQuestion;

/** Options of {@link ForestPermutation}. */
public record ForestConfig(
    RankingQuestion question,
    @Option(help = "trees of the forest", min = 1, max = 100_000) int trees,
    @Option(help = "permutations of each column", min = 1, max = 10_000) int repeats) {

  /** As the KAN selectors' paper used it. */
  public static final ForestConfig DEFAULTS = new ForestConfig(RankingQuestion.DEFAULTS, 200, 5);

  /** A copy with one option changed. */
  public ForestConfig with(String name, Object value) {
    return Options.with(this, name, value);
  }
}
