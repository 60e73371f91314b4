package dev.grassmann.tables.baseline;

import dev.grassmann.core.Option;
import dev.grassmann.core.Options;
import dev.grassmann.tables.RankingQuestion;

/** Options of {@link SvmRfe}. */
public record RfeConfig(
    RankingQuestion question,
    @Option(help = "weight of the loss against the penalty", min = 0, minExclusive = true) double c,
    @Option(
            help = "share of all features that a round leaves out",
            min = 0,
            minExclusive = true,
            max = 1,
            maxExclusive = true)
        double share) {

  /** As the KAN selectors' paper used it. */
  public static final RfeConfig DEFAULTS = new RfeConfig(RankingQuestion.DEFAULTS, 1, 0.1);

  /** A copy with one option changed. */
  public RfeConfig with(String name, Object value) {
    return Options.with(this, name, value);
  }
}
