package dev.grassmann.tables.screening.sparse;

import dev.grassmann.core.report.Bars;
import dev.grassmann.core.report.Chart;
import dev.grassmann.core.report.Lines;
import dev.grassmann.core.report.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a fit adds to a report: coefficients, their paths, and what chose the lambda. */
record SparsePictures(SparseFit fit) {
  private static final int BARS = 30;

  /** More lines cannot be told apart. */
  private static final int LINES = 20;

  void addTo(Report report) {
    List<Chart.Bar> bars = new ArrayList<>();
    List<Integer> order = fit.order();
    for (int i : order.subList(0, Math.min(BARS, order.size()))) {
      bars.add(new Chart.Bar(fit.name(i), fit.model().standardised(i)));
    }
    if (!bars.isEmpty()) {
      report.chart(
          new Bars("The chosen model", "coefficient by one deviation of the column", bars));
    }
    if (fit.path().models().size() > 1) {
      report.section("The path");
      report.text(
          "Each line is a coefficient as the penalty is lowered. A nonconvex penalty lets the large"
              + " ones go: they stop shrinking as soon as they are in.");
      report.chart(paths());
      if (!fit.criterion().equals("given")) {
        report.chart(criteria());
      }
    }
    table(report);
  }

  private Lines paths() {
    Map<Integer, Double> largest = new HashMap<>();
    for (SparseModel model : fit.path().models()) {
      for (int i = 0; i < model.count(); i++) {
        largest.merge(model.feature(i), Math.abs(model.standardised(i)), Math::max);
      }
    }
    Set<Integer> shown =
        new HashSet<>(
            largest.entrySet().stream()
                .sorted(
                    Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(LINES)
                .map(Map.Entry::getKey)
                .toList());
    List<Chart.Point> points = new ArrayList<>();
    for (SparseModel model : fit.path().models()) {
      Set<Integer> absent = new HashSet<>(shown);
      for (int i = 0; i < model.count(); i++) {
        if (absent.remove(model.feature(i))) {
          points.add(point(model, model.feature(i), model.standardised(i)));
        }
      }
      absent.stream().sorted().forEach(feature -> points.add(point(model, feature, 0)));
    }
    String title =
        largest.size() > LINES ? "The " + LINES + " largest coefficients" : "Coefficients";
    return new Lines(title, "lambda", "coefficient by one deviation", points, true, false);
  }

  private Chart.Point point(SparseModel model, int feature, double value) {
    return new Chart.Point(model.lambda(), value, fit.features().get(feature));
  }

  private Lines criteria() {
    List<Chart.Point> points = new ArrayList<>();
    List<Chart.Span> bands = new ArrayList<>();
    for (int m = 0; m < fit.criteria().size(); m++) {
      double lambda = fit.path().models().get(m).lambda();
      double value = fit.criteria().get(m);
      double spread = fit.spreads().get(m);
      points.add(new Chart.Point(lambda, value, ""));
      if (!Double.isNaN(spread)) {
        bands.add(new Chart.Span(lambda, value - spread, value + spread));
      }
    }
    return new Lines(
        "What chose lambda " + compact(fit.model().lambda()),
        "lambda",
        fit.criterion(),
        points,
        bands,
        true,
        false);
  }

  private void table(Report report) {
    List<List<String>> rows = new ArrayList<>();
    for (int i : fit.order()) {
      rows.add(
          List.of(
              fit.name(i),
              compact(fit.model().coefficient(i)),
              compact(fit.model().standardised(i))));
    }
    report.section("Table");
    report.table(
        "The chosen model; intercept " + compact(fit.model().intercept()),
        List.of("feature", "coefficient", "by deviation"),
        rows);
  }

  private static String compact(double value) {
    return String.format(Locale.ROOT, "%.5g", value);
  }
}
