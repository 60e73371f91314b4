package dev.grassmann.core.result;

import dev.grassmann.core.report.Chart;
import dev.grassmann.core.report.HeatMap;
import dev.grassmann.core.report.Lines;
import dev.grassmann.core.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rankings side by side in a report. */
record ComparisonPictures(RankingComparison comparison) {
  private static final int SHOWN = 40;

  void addTo(Report report) {
    if (!comparison.curves().isEmpty()) {
      report.section("What the best columns are worth");
      report.text(
          "A model learns from the best columns alone, on the "
              + comparison.subject()
              + ", that the rankings saw, and is judged on rows that they did not see.");
      List<Chart.Point> points = new ArrayList<>();
      for (RetentionCurve curve : comparison.curves()) {
        for (RetentionCurve.Point point : curve.points()) {
          points.add(new Chart.Point(point.columns(), point.score(), curve.ranking()));
        }
      }
      boolean wide =
          comparison.curves().get(0).points().stream().anyMatch(point -> point.columns() > 50);
      report.chart(
          new Lines(
              "Retention: the best columns of each ranking",
              "columns",
              comparison.measure(),
              points,
              wide,
              false));
    }
    report.section("Agreement");
    report.chart(
        new HeatMap(
            "Correlation of the ranks",
            comparison.names(),
            comparison.names(),
            comparison.correlations(),
            "Spearman"));
    agreement(report);
    report.section("Ranks");
    ranks(report);
  }

  /** The figures behind the colours, one row a pair. */
  private void agreement(Report report) {
    double[][] correlations = comparison.correlations();
    double[][] overlaps = comparison.overlaps();
    List<List<String>> rows = new ArrayList<>();
    for (int a = 0; a < correlations.length; a++) {
      for (int b = a + 1; b < correlations.length; b++) {
        rows.add(
            List.of(
                comparison.names().get(a) + ", " + comparison.names().get(b),
                Similarity.number(correlations[a][b], 2),
                Similarity.number(overlaps[a][b], 2)));
      }
    }
    report.table(
        "How alike two rankings are: over all columns, and at the top",
        List.of("rankings", "Spearman", "rank-biased overlap"),
        rows);
  }

  private void ranks(Report report) {
    List<Map<String, Double>> ranks =
        comparison.rankings().stream().map(RankingComparison::ranks).toList();
    List<RankingComparison.Mean> all = comparison.meanRanks();
    List<String> header = new ArrayList<>(List.of("column"));
    header.addAll(comparison.names());
    header.add("mean");
    List<List<String>> rows = new ArrayList<>();
    for (RankingComparison.Mean mean : all.subList(0, Math.min(SHOWN, all.size()))) {
      List<String> row = new ArrayList<>(List.of(mean.feature()));
      for (Map<String, Double> rank : ranks) {
        row.add(RankingComparison.text(rank.get(mean.feature())));
      }
      row.add(RankingComparison.text(mean.rank()));
      rows.add(row);
    }
    String caption =
        all.size() > SHOWN
            ? "The first " + SHOWN + " by their mean rank; comparison.csv has all"
            : "By their mean rank";
    report.table(caption, header, rows);
  }
}
