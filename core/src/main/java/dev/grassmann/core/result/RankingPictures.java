package dev.grassmann.core.result;

import dev.grassmann.core.report.Bars;
import dev.grassmann.core.report.Chart;
import dev.grassmann.core.report.HeatMap;
import dev.grassmann.core.report.Lines;
import dev.grassmann.core.report.Points;
import dev.grassmann.core.report.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a ranking adds to a report: bars, the pair map, and what may explain the scores. */
record RankingPictures(FeatureRanking ranking) {
  private static final int TABLED = 100;

  /** Cells beyond this many rows and columns can no longer be told apart. */
  private static final int MAPPED = 60;

  void addTo(Report report) {
    bars(report);
    scoreAgainstValues(report);
    pairs(report);
    coverage(report);
    tables(report);
  }

  private void bars(Report report) {
    String axis = ranking.measure() + (ranking.unit().isEmpty() ? "" : " (" + ranking.unit() + ")");
    int drawn = 0;
    for (int top : new int[] {10, 25, 50, 100}) {
      int count = Math.min(top, ranking.scores().size());
      if (count > drawn) {
        List<Chart.Bar> bars =
            ranking.scores().subList(0, count).stream()
                .map(s -> new Chart.Bar(s.feature(), s.score(), group(s)))
                .toList();
        report.chart(new Bars("The best " + count, axis, bars));
        drawn = count;
      }
    }
  }

  private void scoreAgainstValues(Report report) {
    List<Chart.Point> points =
        ranking.scores().stream()
            .filter(s -> s.values() > 0)
            .map(s -> new Chart.Point(s.values(), s.score(), group(s), s.feature()))
            .toList();
    if (!points.isEmpty()) {
      report.section("Score against number of values");
      report.text(
          "A score that grows with the number of distinct values would reward identifiers."
              + " Controls, where they were asked for, show what meaningless features score.");
      report.chart(
          new Points("Score by values", "distinct values", ranking.measure(), points, true, false));
    }
  }

  private void pairs(Report report) {
    List<String> names = mapped();
    if (names.size() < 3) {
      return;
    }
    double[][] alike = similarities(names);
    CompleteLinkage tree = CompleteLinkage.of(distances(alike));
    List<String> ordered = tree.order().stream().map(names::get).toList();
    double[][] cells = new double[names.size()][names.size()];
    for (int i = 0; i < cells.length; i++) {
      for (int j = 0; j < cells.length; j++) {
        cells[i][j] = alike[tree.order().get(i)][tree.order().get(j)];
      }
    }
    report.section("Features that say the same");
    report.text(
        "Neighbours in the map are alike: rows and columns stand in the order of a dendrogram"
            + " (complete linkage on 1 - score, scores scaled to [0, 1]).");
    report.chart(new HeatMap("Pairs", ordered, ordered, cells, ranking.measure()));
    List<Chart.Point> profile = new ArrayList<>();
    int best = 2;
    for (int groups = 2; groups < names.size(); groups++) {
      profile.add(new Chart.Point(groups, tree.silhouette(groups), ""));
      best = tree.silhouette(groups) > tree.silhouette(best) ? groups : best;
    }
    report.chart(new Lines("Silhouette by number of groups", "groups", "silhouette", profile));
    List<List<String>> together =
        tree.cut(best).stream()
            .filter(group -> group.size() > 1)
            .map(group -> List.of(String.join(", ", group.stream().map(names::get).toList())))
            .toList();
    report.table(
        "Features that belong together, in the " + best + " groups of the best silhouette",
        List.of("features"),
        together);
  }

  /** The best features that have pairs, at most as many as can be told apart. */
  private List<String> mapped() {
    Set<String> paired = new LinkedHashSet<>();
    for (PairScore pair : ranking.pairs()) {
      paired.add(pair.first());
      paired.add(pair.second());
    }
    return ranking.order().stream().filter(paired::contains).limit(MAPPED).toList();
  }

  private double[][] similarities(List<String> names) {
    Map<String, Integer> place = new HashMap<>();
    for (String name : names) {
      place.put(name, place.size());
    }
    double[][] alike = new double[names.size()][names.size()];
    for (PairScore pair : ranking.pairs()) {
      Integer i = place.get(pair.first());
      Integer j = place.get(pair.second());
      if (i != null && j != null) {
        alike[i][j] = pair.score();
        alike[j][i] = pair.score();
      }
    }
    return alike;
  }

  private static double[][] distances(double[][] alike) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < alike.length; i++) {
      for (int j = 0; j < i; j++) {
        low = Math.min(low, alike[i][j]);
        high = Math.max(high, alike[i][j]);
      }
    }
    double[][] distances = new double[alike.length][alike.length];
    for (int i = 0; i < alike.length; i++) {
      for (int j = 0; j < alike.length; j++) {
        boolean apart = i != j && high > low;
        distances[i][j] = apart ? 1 - (alike[i][j] - low) / (high - low) : 0;
      }
    }
    return distances;
  }

  private void coverage(Report report) {
    List<Chart.Bar> bars =
        ranking.scores().stream()
            .filter(s -> s.coverage() < 100)
            .sorted(Comparator.comparingDouble(FeatureScore::coverage))
            .limit(25)
            .map(s -> new Chart.Bar(s.feature(), s.coverage()))
            .toList();
    if (!bars.isEmpty()) {
      report.section("Coverage");
      report.chart(new Bars("Least filled features", "rows with a value (%)", bars));
    }
  }

  private void tables(Report report) {
    List<List<String>> rows = new ArrayList<>();
    for (FeatureScore s : ranking.scores()) {
      if (rows.size() == TABLED) {
        break;
      }
      rows.add(
          List.of(
              Integer.toString(rows.size() + 1),
              s.feature(),
              FeatureRanking.number(s.score()),
              FeatureRanking.number(s.sd()),
              s.values() == 0 ? "" : String.format(Locale.ROOT, "%,d", s.values()),
              Double.isNaN(s.coverage()) ? "" : String.format(Locale.ROOT, "%.1f", s.coverage())));
    }
    report.section("Table");
    report.table(
        "The best " + rows.size() + " of " + ranking.scores().size(),
        List.of("rank", "feature", "score", "sd", "values", "coverage %"),
        rows);
    if (!ranking.selection().isEmpty()) {
      List<List<String>> order = new ArrayList<>();
      for (String name : ranking.selection()) {
        order.add(
            List.of(
                Integer.toString(order.size() + 1),
                name,
                FeatureRanking.number(ranking.score(name))));
      }
      report.table(
          "An order that weighs redundancy and relation too",
          List.of("rank", "feature", "score alone"),
          order.subList(0, Math.min(TABLED, order.size())));
    }
  }

  private static String group(FeatureScore score) {
    return score.role().name().toLowerCase(Locale.ROOT);
  }
}
