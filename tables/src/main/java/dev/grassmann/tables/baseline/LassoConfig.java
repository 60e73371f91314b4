package dev.grassmann.tables.baseline;

import dev.grassmann.core.Option;
import dev.grassmann.core.Options;
import dev.grassmann.tables.RankingQuestion;

/** Options of {@link Lasso}. */
public record LassoConfig(
    RankingQuestion question,
    @Option(
            help = "for classes: weight of the loss against the penalty",
            min = 0,
            minExclusive = true)
        double c,
    @Option(help = "for numbers: folds that choose the penalty", min = 2, max = 100) int inner,
    @Option(help = "for numbers: penalties to choose from", min = 1, max = 10_000) int penalties) {

  /** As the KAN selectors' paper used it. */
  public static final LassoConfig DEFAULTS = new LassoConfig(RankingQuestion.DEFAULTS, 0.1, 5, 100);

  /** A copy with one option changed. */
  public LassoConfig with(String name, Object value) {
    return Options.with(this, name, value);
  }
}
