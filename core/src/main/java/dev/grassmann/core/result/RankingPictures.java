package dev.grassmann.core.result;

import dev.grassmann.core.report.Bars;
import dev.grassmann.core.report.Chart;
import dev.grassmann.core.report.Points;
import dev.grassmann.core.report.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What a ranking adds to a report: bars, the pair map, and what may explain the scores. */
record RankingPictures(FeatureRanking ranking) {
  private static final int TABLED = 100;

  /** Cells beyond this many rows and columns can no longer be told apart. */
  private static final int MAPPED = 60;

  void addTo(Report report) {
    bars().forEach(report::chart);
    scoreAgainstValues(report);
    pairs(report);
    coverage(report);
    tables(report);
  }

  /** The best 10, 25, 50, 100; no more charts than there are features to fill them. */
  List<Bars> bars() {
    String axis = ranking.measure() + (ranking.unit().isEmpty() ? "" : " (" + ranking.unit() + ")");
    List<Bars> charts = new ArrayList<>();
    int drawn = 0;
    for (int top : new int[] {10, 25, 50, 100}) {
      int count = Math.min(top, ranking.scores().size());
      if (count > drawn) {
        List<Chart.Bar> bars =
            ranking.scores().subList(0, count).stream()
                .map(s -> new Chart.Bar(s.feature(), s.score(), group(s)))
                .toList();
        charts.add(new Bars("The best " + count, axis, bars));
        drawn = count;
      }
    }
    return charts;
  }

  /** Features whose values were counted; controls have a colour of their own. */
  Points scoreByValues() {
    List<Chart.Point> points =
        ranking.scores().stream()
            .filter(s -> s.values() > 0)
            .map(s -> new Chart.Point(s.values(), s.score(), group(s), s.feature()))
            .toList();
    return new Points("Score by values", "distinct values", ranking.measure(), points, true, false);
  }

  private void scoreAgainstValues(Report report) {
    Points chart = scoreByValues();
    if (!chart.points().isEmpty()) {
      report.section("Score against number of values");
      report.text(
          "A score that grows with the number of distinct values would reward identifiers."
              + " Controls, where they were asked for, show what meaningless features score.");
      report.chart(chart);
    }
  }

  private void pairs(Report report) {
    PairMap map = PairMap.of(ranking, MAPPED);
    if (map.names().size() < 3) {
      return;
    }
    report.section("Features that say the same");
    report.text(
        "Neighbours in the map are alike: rows and columns stand in the order of a dendrogram"
            + " (complete linkage on 1 - score, scores scaled to [0, 1]).");
    report.chart(map.heatMap(ranking.measure()));
    report.chart(map.silhouettes());
    List<List<String>> groups = map.bestGroups();
    report.table(
        "Features that belong together, in the " + groups.size() + " groups of the best silhouette",
        List.of("features"),
        groups.stream()
            .filter(group -> group.size() > 1)
            .map(group -> List.of(String.join(", ", group)))
            .toList());
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
