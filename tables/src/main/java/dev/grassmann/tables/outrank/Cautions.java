package dev.grassmann.tables.outrank;

import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.result.FeatureScore;
import dev.grassmann.core.result.FeatureScore.Role;
import dev.grassmann.core.run.Run;
import dev.grassmann.tables.outrank.OutRankConfig.NullModel;
import java.util.List;
import java.util.Locale;

/** What makes a ranking less than it seems: said once, in plain words, beside the result. */
final class Cautions {
  /** Neighbours that agree this much more often than chance, and by this many deviations. */
  private static final double EXCESS = 0.02;

  private static final double DEVIATIONS = 6;

  private Cautions() {}

  /**
   * The shifted null takes rows for exchangeable: where neighbours have the same target more often
   * than chance, the shifted copy keeps part of what the column says, and the correction eats it.
   */
  static void about(Feature target, Rows rows, OutRankConfig config, Run run) {
    if (!trustsTheOrder(config) || rows.count() < 3) {
      return;
    }
    int[] code = target.codes().code();
    int n = code.length;
    double chance = 0;
    for (int size : target.codes().size()) {
      chance += (double) size / n * (size - 1) / (n - 1);
    }
    int equal = 0;
    for (int i = 1; i < n; i++) {
      equal += code[i] == code[i - 1] ? 1 : 0;
    }
    ordered(chance, equal, n - 1L, config, run);
  }

  /** Whether the score takes rows for exchangeable. */
  static boolean trustsTheOrder(OutRankConfig config) {
    return config.heuristic() == Heuristic.CORRECTED_MI
        && config.nullModel() == NullModel.SHIFT
        && !config.shuffle();
  }

  /**
   * Warns where too many neighbours agree.
   *
   * @param chance probability that two rows taken at random have the same target
   * @param equal neighbours that do
   * @param pairs neighbours that were looked at
   */
  static void ordered(double chance, long equal, long pairs, OutRankConfig config, Run run) {
    double share = (double) equal / pairs;
    double deviation = Math.sqrt(chance * (1 - chance) / pairs);
    if (share - chance > Math.max(EXCESS, DEVIATIONS * deviation)) {
      run.warn(
          String.format(
              Locale.ROOT,
              "the rows are ordered: neighbours agree in '%s' in %.0f %% of cases, by chance it"
                  + " would be %.0f %%; the shifted null then hides real signal: give --shuffle"
                  + " or --null-model permute",
              config.target(),
              100 * share,
              100 * chance));
    }
  }

  /** A column with another value in nearly every row is an identifier to a score of partitions. */
  static void about(FeatureRanking ranking, long rows, OutRankConfig config, Run run) {
    if (config.bins() > 0 || config.heuristic() != Heuristic.CORRECTED_MI) {
      return;
    }
    List<String> scattered =
        ranking.scores().stream()
            .filter(score -> score.role() == Role.COLUMN && score.values() > 0.5 * rows)
            .map(FeatureScore::feature)
            .toList();
    if (!scattered.isEmpty()) {
      String some = String.join(", ", scattered.subList(0, Math.min(5, scattered.size())));
      run.warn(
          String.format(
              Locale.ROOT,
              "%,d columns have a value of their own in more than half of the rows (%s%s): each"
                  + " value counts as a category, so they score about 0; give --bins 10 where they"
                  + " are measurements",
              scattered.size(),
              some,
              scattered.size() > 5 ? ", ..." : ""));
    }
  }
}
