package dev.grassmann.dictionaries.command;

import dev.grassmann.core.report.Chart;
import dev.grassmann.core.report.Lines;
import dev.grassmann.dictionaries.measure.SaeEvaluation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A comparison as pictures, and the numbers behind them. */
record ComparisonPictures(SaeComparison comparison) {

  /** Dictionaries as they were trained, and the line through those that nothing beats. */
  Chart front() {
    List<SaeComparison.Entry> entries = comparison.entries();
    boolean[] on = comparison.onFront();
    List<Chart.Point> points = new ArrayList<>();
    IntStream.range(0, entries.size())
        .filter(i -> on[i])
        .boxed()
        .sorted(Comparator.comparingDouble(i -> entries.get(i).l0()))
        .forEach(i -> points.add(point(entries.get(i), "front")));
    for (SaeComparison.Entry entry : entries) {
      points.add(point(entry, entry.dictionary().architecture() + ", " + entry.folder()));
    }
    return new Lines("Error against sparsity", "L0, latents a row", "FVU", points, true, false);
  }

  private static Chart.Point point(SaeComparison.Entry entry, String series) {
    return new Chart.Point(entry.l0(), entry.fidelity().fvu(), series, entry.folder());
  }

  /** The error of each with other k than it was trained with. */
  Chart errors() {
    List<Chart.Point> points = new ArrayList<>();
    for (SaeComparison.Entry entry : comparison.entries()) {
      for (SaeEvaluation.AtSparsity at : entry.evaluation().errorByK()) {
        if (at.fvu() <= 1) {
          points.add(new Chart.Point(at.l0(), at.fvu(), entry.folder()));
        }
      }
    }
    return new Lines("Error with other k", "L0, latents a row", "FVU", points, true, false);
  }

  /** Babel functions, of all atoms and of those used together. */
  Chart babel() {
    List<Chart.Point> points = new ArrayList<>();
    for (SaeComparison.Entry entry : comparison.entries()) {
      add(points, entry.evaluation().babel(), entry.folder());
      add(points, entry.evaluation().coActiveBabel(), entry.folder() + ", used together");
    }
    return new Lines("Babel functions", "r", "mu_1(r)", points);
  }

  private static void add(List<Chart.Point> points, double[] curve, String series) {
    for (int r = 0; r < curve.length; r++) {
      if (Double.isFinite(curve[r])) {
        points.add(new Chart.Point(r + 1, curve[r], series));
      }
    }
  }

  /** All curves, one point a line. */
  String csv() {
    StringBuilder csv = new StringBuilder("dictionary,curve,x,y\n");
    for (SaeComparison.Entry entry : comparison.entries()) {
      for (SaeEvaluation.AtSparsity at : entry.evaluation().errorByK()) {
        line(csv, entry, "fvu_by_l0", at.l0() + "", at.fvu());
      }
      line(csv, entry, "babel", entry.evaluation().babel());
      line(csv, entry, "babel_co_active", entry.evaluation().coActiveBabel());
    }
    return csv.toString();
  }

  private static void line(
      StringBuilder csv, SaeComparison.Entry entry, String name, double[] curve) {
    for (int r = 0; r < curve.length; r++) {
      if (Double.isFinite(curve[r])) {
        line(csv, entry, name, Integer.toString(r + 1), curve[r]);
      }
    }
  }

  private static void line(
      StringBuilder csv, SaeComparison.Entry entry, String name, String x, double y) {
    csv.append(entry.folder()).append(',').append(name).append(',').append(x);
    csv.append(',').append(y).append('\n');
  }
}
