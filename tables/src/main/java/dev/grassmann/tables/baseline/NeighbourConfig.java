package dev.grassmann.tables.baseline;

import dev.grassmann.core.Option;
import dev.grassmann.core.Options;
import dev.grassmann.tables.RankingQuestion;

/** Options of {@link MutualInformation}. */
public record NeighbourConfig(
    RankingQuestion question,
    @Option(help = "nearest neighbours that a density is judged by", min = 1, max = 1000)
        int neighbours) {

  /** Three neighbours. */
  public static final NeighbourConfig DEFAULTS = new NeighbourConfig(RankingQuestion.DEFAULTS, 3);

  /** A copy with one option changed. */
  public NeighbourConfig with(String name, Object value) {
    return Options.with(this, name, value);
  }
}
