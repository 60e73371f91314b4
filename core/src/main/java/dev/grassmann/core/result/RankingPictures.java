package dev.grassmann.core.result;

import dev.grassmann.core.report.Bars;
import dev.grassmann.core.report.Chart;
import dev.grassmann.core.report.Lines;
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

  private static final int MOST_BARS = 100;

  /** Points of a curve of all scores, about. */
  private static final int ELBOW = 500;

  /** Points of a cloud of the best features. */
  private static final int CLOUD = 2_000;

  void addTo(Report report) {
    bars().forEach(report::chart);
    elbow(report);
    beside().forEach(report::chart);
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

  /**
   * The scores in order, where the bars do not show them all: where they level off, noise begins.
   */
  private void elbow(Report report) {
    List<FeatureScore> scores = ranking.scores();
    if (scores.size() > MOST_BARS) {
      List<Chart.Point> points = new ArrayList<>();
      int step = 1 + scores.size() / ELBOW;
      for (int i = 0; i < scores.size(); i += step) {
        points.add(new Chart.Point(i + 1.0, scores.get(i).score(), ""));
      }
      report.chart(
          new Lines("All scores in order", "rank", ranking.measure(), points, true, false));
    }
  }

  /** The score of the best features against each other measure of them. */
  List<Points> beside() {
    List<Points> charts = new ArrayList<>();
    for (SideMeasure measure : ranking.beside()) {
      List<Chart.Point> points =
          ranking.scores().stream()
              .limit(CLOUD)
              .filter(s -> measure.values().containsKey(s.feature()))
              .map(
                  s ->
                      new Chart.Point(
                          measure.values().get(s.feature()), s.score(), group(s), s.feature()))
              .toList();
      String title = "Score beside " + measure.name();
      charts.add(new Points(title, measure.name(), ranking.measure(), points));
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
