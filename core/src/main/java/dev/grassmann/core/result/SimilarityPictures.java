package dev.grassmann.core.result;

import dev.grassmann.core.report.Bars;
import dev.grassmann.core.report.Chart;
import dev.grassmann.core.report.Lines;
import dev.grassmann.core.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a similarity adds to a report: each score beside what shuffled rows give, and a table. */
record SimilarityPictures(Similarity similarity) {
  void addTo(Report report) {
    List<Chart.Bar> bars = new ArrayList<>();
    for (SimilarityScore score : similarity.scores()) {
      bars.add(new Chart.Bar(score.title(), score.value(), "measured"));
      score
          .chance()
          .ifPresent(
              none ->
                  bars.add(
                      new Chart.Bar(
                          score.title() + ", shuffled", none.quantile(0.95), "95 % of shuffles")));
    }
    report.chart(new Bars("How alike A and B are", "score (1 is the same)", bars));
    report.text(
        "The lower bar of a pair is what the measure gives when the rows of B are shuffled: 95 of"
            + " 100 shuffles stay below it. A score says something only by how far it exceeds it.");
    table(report);
    nulls(report);
  }

  private void table(Report report) {
    List<List<String>> rows = new ArrayList<>();
    List<List<String>> also = new ArrayList<>();
    for (SimilarityScore score : similarity.scores()) {
      List<String> row = new ArrayList<>();
      row.add(score.title());
      row.add(Similarity.number(score.value(), 6));
      row.add(String.format(Locale.ROOT, "%,d", score.rows()));
      if (score.chance().isPresent()) {
        SimilarityNull none = score.chance().get();
        row.add(Similarity.number(none.mean(), 6));
        row.add(Similarity.number(none.quantile(0.95), 6));
        row.add(Similarity.number(none.corrected(score.value()), 6));
        row.add(Similarity.number(none.pValue(score.value()), 4));
      } else {
        row.addAll(List.of("", "", "", ""));
      }
      rows.add(row);
      score
          .also()
          .forEach(
              (name, value) ->
                  also.add(List.of(score.title(), name, SimilarityText.compact(value))));
    }
    report.section("Scores");
    report.table(
        "Scores, and the same with shuffled rows",
        List.of("measure", "score", "rows", "null mean", "null 95 %", "corrected", "p"),
        rows);
    if (!also.isEmpty()) {
      report.table("What goes with them", List.of("measure", "figure", "value"), also);
    }
  }

  /** Cumulative curves: their width shows how far chance alone can move a score. */
  private void nulls(Report report) {
    List<Chart.Point> points = new ArrayList<>();
    for (SimilarityScore score : similarity.scores()) {
      double[] scores = score.chance().map(SimilarityNull::scores).orElse(new double[0]);
      for (int i = 0; i < scores.length; i++) {
        points.add(new Chart.Point(scores[i], (i + 1.0) / scores.length, score.title()));
      }
    }
    if (!points.isEmpty()) {
      report.section("What chance gives");
      report.chart(
          new Lines("Scores of shuffled rows", "score", "share of shuffles at or below", points));
    }
  }
}
