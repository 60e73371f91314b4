package dev.grassmann.tables.kan;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.run.Run;
import dev.grassmann.tables.FoldedRanking;
import dev.grassmann.tables.Outcomes;
import dev.grassmann.tables.kan.KanConfig.Space;
import dev.grassmann.tables.kan.KanSelector.Score;

/** The order of the steps, the same for all four selectors. */
final class KanRanking {
  private KanRanking() {}

  static FeatureRanking of(Table table, Score score, String title, KanConfig config, Run run) {
    checkTogether(Options.check(config), score);
    FoldedRanking folded = new FoldedRanking(table, config.question(), run);
    int outputs =
        folded.outcomes() instanceof Outcomes.Classes classes ? classes.classes().size() : 1;
    int hidden = config.hidden(folded.matrix().features(), outputs, table.name());
    KanSelector selector = new KanSelector(score, hidden, config);
    return folded.rank(selector, title, measure(score, config), config.seeds());
  }

  private static String measure(Score score, KanConfig config) {
    boolean released = config.space() == Space.CONTRIBUTIONS;
    return switch (score) {
      case L1 -> released ? "mean size of its curves" : "l1 norm of its spline coefficients";
      case L2 -> released ? "mean energy of its curves" : "l2 norm of its spline coefficients";
      case SI -> "mean gradient by it";
      case KO -> "rise of the loss without it";
    };
  }

  /** Refuses what would have no effect, rather than ignore it. */
  private static void checkTogether(KanConfig config, Score score) {
    boolean curves = score == Score.L1 || score == Score.L2;
    if (config.center() && !(curves && config.space() == Space.CONTRIBUTIONS)) {
      throw new InputException(
          curves
              ? "coefficients have no mean over rows"
              : "a score by " + (score == Score.SI ? "gradients" : "knock-outs") + " has no curves",
          "--center",
          "give it with --method kan-l1 or kan-l2 and --space contributions");
    }
  }
}
