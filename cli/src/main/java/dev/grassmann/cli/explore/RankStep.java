package dev.grassmann.cli.explore;

import dev.grassmann.core.report.Bars;
import dev.grassmann.core.report.Chart;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.result.FeatureScore;
import dev.grassmann.core.result.FeatureScore.Role;
import dev.grassmann.core.run.Run;
import dev.grassmann.tables.outrank.OutRank;
import dev.grassmann.tables.outrank.OutRankConfig;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which columns say something about the target, alone and in pairs. */
record RankStep(TableSubject subject) implements Step {
  private static final int DRAWN = 20;

  /** So many of the best columns are tried in pairs: 435 pairs. */
  private static final int PAIRED = 30;

  /** Share of the target's entropy that a single column of honest data rarely explains. */
  private static final double LEAK = 0.95;

  /** Share of the target's entropy that a pair must add to its columns' own to be told. */
  private static final double TOGETHER = 0.02;

  private static final String ROW_NUMBER = "CONTROL row number";

  /** Share of the target's entropy from which a row's place is no accident. */
  private static final double SORTED = 0.02;

  /** Columns are many, and tails heavier than normal where values are few. */
  private static final double DEVIATIONS = 6;

  @Override
  public String name() {
    return "ranking columns";
  }

  @Override
  public void look(Exploration exploration, Run run) {
    OutRankConfig config =
        OutRankConfig.DEFAULTS.with(
            Map.of(
                "target",
                subject.target().orElseThrow(),
                "bins",
                subject.bins(),
                "targetBins",
                subject.targetBins(),
                "shuffle",
                true,
                "controls",
                true));
    FeatureRanking alone = new OutRank().run(subject.table(), config, run);
    List<FeatureScore> columns =
        alone.scores().stream().filter(score -> score.role() == Role.COLUMN).toList();
    single(exploration, alone, columns);
    List<String> best = alone.top(PAIRED);
    if (best.size() > 1) {
      run.step(name() + " in pairs", 0, 0);
      OutRankConfig paired = config.with(Map.of("order", 2, "columns", best, "controls", false));
      together(exploration, alone, new OutRank().run(subject.table(), paired, run), best);
    }
  }

  private void single(Exploration exploration, FeatureRanking ranking, List<FeatureScore> columns) {
    String target = ranking.target();
    double control =
        ranking.scores().stream()
            .filter(RankStep::isNoise)
            .mapToDouble(FeatureScore::score)
            .max()
            .orElse(0);
    order(exploration, ranking);
    List<FeatureScore> telling =
        columns.stream().filter(s -> s.score() > Math.max(control, noise(s))).toList();
    exploration.find(90, Remark.Kind.STRUCTURE, sentence(ranking, telling));
    List<FeatureScore> silent = columns.stream().filter(s -> !telling.contains(s)).toList();
    if (!silent.isEmpty()) {
      exploration.find(
          55,
          Remark.Kind.STRUCTURE,
          Say.format(
              "%s no more about %s than a column of noise: %s.",
              Say.count(silent.size(), "column says", "columns say"), target, names(silent)));
    }
    for (FeatureScore score : telling) {
      if (score.score() > LEAK * ranking.ceiling()) {
        exploration.find(
            90,
            Remark.Kind.WARNING,
            Say.format(
                "'%s' alone decides %s (%s of what there is to know): make sure that it is known"
                    + " before %s is, or it is a leak.",
                score.feature(), target, Say.percent(score.score() / ranking.ceiling()), target));
      }
    }
    exploration.figure(
        "ranking",
        columns.stream().map(s -> Map.of("column", s.feature(), "score", s.score())).toList());
    exploration.attach("ranking", ranking);
    List<Chart.Bar> bars =
        ranking.scores().stream()
            .filter(s -> s.role() == Role.COLUMN || (isNoise(s) && s.score() == control))
            .limit(DRAWN)
            .map(
                s ->
                    new Chart.Bar(
                        s.feature(), s.score(), s.role() == Role.CONTROL ? "noise" : "column"))
            .toList();
    exploration.show(
        report ->
            report
                .section("What says something about " + target)
                .text(
                    Say.format(
                        "Mutual information with %s in nats, less what a meaningless column of as"
                            + " many values would score (OutRank). All there is to know is %.3f"
                            + " nats.",
                        target, ranking.ceiling()))
                .chart(new Bars("The best columns", "corrected mutual information (nats)", bars)));
  }

  /**
   * What a column that has nothing to do with the target is unlikely to score: under independence 2
   * n times the mutual information, and its null, are chi-squared with (values - 1)(classes - 1)
   * degrees of freedom each, so that their difference has a standard deviation of sqrt(degrees) /
   * n.
   */
  private double noise(FeatureScore score) {
    int rows = Math.min(subject.table().rows(), OutRankConfig.DEFAULTS.batch());
    double values = Math.min(Math.max(2, score.values()), rows);
    double deviation = Math.sqrt((values - 1) * (classes() - 1)) / rows;
    return DEVIATIONS * deviation / Math.sqrt(score.batches());
  }

  private int classes() {
    int bins = subject.targetBins();
    return bins > 0
        ? bins
        : subject.table().categorical(subject.target().orElseThrow()).values().size();
  }

  private static boolean isNoise(FeatureScore score) {
    return score.role() == Role.CONTROL && !score.feature().equals(ROW_NUMBER);
  }

  /**
   * A row's place in the file must say nothing about the target; where it does, the file is sorted.
   */
  private static void order(Exploration exploration, FeatureRanking ranking) {
    double share = ranking.score(ROW_NUMBER) / ranking.ceiling();
    if (share > SORTED) {
      exploration.find(
          60,
          Remark.Kind.WARNING,
          Say.format(
              "The file is sorted: a row's place in it says %s of what there is to know about %s;"
                  + " split it at random, never by place.",
              Say.percent(share), ranking.target()));
    }
  }

  private static String sentence(FeatureRanking ranking, List<FeatureScore> telling) {
    if (telling.isEmpty()) {
      return "No column alone says anything about " + ranking.target() + ".";
    }
    FeatureScore first = telling.get(0);
    String rest =
        telling.size() == 1
            ? "."
            : ", then " + names(telling.subList(1, Math.min(4, telling.size()))) + ".";
    return Say.format(
        "'%s' says most about %s (%s of what there is to know)%s",
        first.feature(), ranking.target(), Say.percent(first.score() / ranking.ceiling()), rest);
  }

  private void together(
      Exploration exploration, FeatureRanking alone, FeatureRanking pairs, List<String> best) {
    record Pair(String first, String second, double gain, double score) {}
    double ceiling = alone.ceiling();
    List<Pair> gains = new ArrayList<>();
    Map<String, Double> scores = new HashMap<>();
    pairs.scores().forEach(score -> scores.put(score.feature(), score.score()));
    for (String first : best) {
      for (String second : best) {
        Double score = scores.get(first + " AND " + second);
        if (score != null) {
          double own = Math.max(0, alone.score(first)) + Math.max(0, alone.score(second));
          gains.add(new Pair(first, second, score - own, score));
        }
      }
    }
    gains.sort(Comparator.comparingDouble(Pair::gain).reversed());
    List<Pair> telling =
        gains.stream().filter(p -> p.gain() > TOGETHER * ceiling).limit(5).toList();
    if (telling.isEmpty()) {
      return;
    }
    Pair top = telling.get(0);
    exploration.find(
        75,
        Remark.Kind.STRUCTURE,
        Say.format(
            "'%s' and '%s' matter together: as a pair they explain %s of %s, one by one they add up"
                + " to %s.",
            top.first(),
            top.second(),
            Say.percent(top.score() / ceiling),
            alone.target(),
            Say.percent((top.score() - top.gain()) / ceiling)));
    List<List<String>> rows =
        telling.stream()
            .map(
                p ->
                    List.of(
                        p.first() + " and " + p.second(),
                        Say.format("%.4f", p.score()),
                        Say.format("%.4f", p.score() - p.gain()),
                        Say.format("%.4f", p.gain())))
            .toList();
    exploration.show(
        report ->
            report
                .section("Columns that matter only together")
                .table(
                    "Pairs of the " + best.size() + " best columns that say more than their sum",
                    List.of("pair", "together", "sum of both", "gain (nats)"),
                    rows));
  }

  private static String names(List<FeatureScore> scores) {
    List<String> names = scores.stream().map(s -> "'" + s.feature() + "'").toList();
    return Say.list(names, 6);
  }
}
