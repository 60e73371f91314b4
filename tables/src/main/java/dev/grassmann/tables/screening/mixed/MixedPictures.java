package dev.grassmann.tables.screening.mixed;

import dev.grassmann.core.report.Bars;
import dev.grassmann.core.report.Chart;
import dev.grassmann.core.report.Points;
import dev.grassmann.core.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a mixed model adds to a report: weights of clusters, coefficients beside the Gaussian's. */
record MixedPictures(MixedFit fit) {
  private static final int BARS = 60;
  private static final int TABLED = 100;

  void addTo(Report report) {
    List<MixedFit.Group> order = fit.byWeight();
    if (!fit.isGaussian()) {
      List<Chart.Bar> bars = new ArrayList<>();
      for (MixedFit.Group group : order.subList(0, Math.min(BARS, order.size()))) {
        bars.add(new Chart.Bar(group.name(), group.weight()));
      }
      report.chart(new Bars("Clusters that count least", "weight (about 1 is usual)", bars));
      List<Chart.Point> points = new ArrayList<>();
      for (MixedFit.Group group : fit.groups()) {
        points.add(new Chart.Point(group.delta() / group.rows(), group.weight(), "", group.name()));
      }
      report.chart(
          new Points(
              "Far clusters lose their weight",
              "squared distance a row",
              "weight",
              points,
              true,
              false));
    }
    coefficients(report);
    groups(report, order);
  }

  private void coefficients(Report report) {
    report.section("Fixed effects");
    List<List<String>> rows = new ArrayList<>();
    for (MixedFit.Effect effect : fit.effects()) {
      rows.add(
          List.of(
              effect.name(),
              compact(effect.value()),
              compact(effect.error()),
              compact(effect.gaussian())));
    }
    report.table(
        "Coefficients, their standard errors, and the Gaussian model's",
        List.of("effect", "coefficient", "error", "Gaussian"),
        rows);
  }

  private void groups(Report report, List<MixedFit.Group> order) {
    report.section("Clusters");
    List<String> header = new ArrayList<>(List.of("cluster", "rows", "distance", "weight", "q"));
    fit.random().forEach(name -> header.add("effect of " + name));
    List<List<String>> rows = new ArrayList<>();
    for (MixedFit.Group group : order.subList(0, Math.min(TABLED, order.size()))) {
      List<String> row = new ArrayList<>();
      row.add(group.name());
      row.add(Integer.toString(group.rows()));
      row.add(compact(group.delta()));
      row.add(compact(group.weight()));
      row.add(compact(group.q()));
      group.effects().forEach(effect -> row.add(compact(effect)));
      rows.add(row);
    }
    report.table("The " + rows.size() + " of smallest weight", header, rows);
  }

  private static String compact(double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.5g", value);
  }
}
