package dev.grassmann.core.result;

import dev.grassmann.core.report.Bars;
import dev.grassmann.core.report.Chart;
import dev.grassmann.core.report.HeatMap;
import dev.grassmann.core.report.Histogram;
import dev.grassmann.core.report.Lines;
import dev.grassmann.core.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a clustering adds to a report: eigengap, angles between the subspaces, residuals, sizes. */
record ClusteringPictures(Clustering clustering) {
  /** Angles between more clusters than this can no longer be told apart. */
  private static final int MAPPED = 40;

  void addTo(Report report) {
    if (clustering.spectrum().length > 0) {
      eigengap(report);
    }
    if (clustering.clusters() <= MAPPED) {
      angles(report);
    }
    report
        .section("How near the points lie")
        .text(
            "Share of a point's length that lies outside its cluster's subspace: 0 for a point in"
                + " it, 1 for one at a right angle to it.")
        .chart(Histogram.of("Residuals", "share outside", clustering.residuals(), 40));
    sizes(report);
  }

  private void eigengap(Report report) {
    double[] spectrum = clustering.spectrum();
    List<Chart.Point> points = new ArrayList<>();
    for (int k = 0; k < spectrum.length; k++) {
      String side = k < clustering.clusters() ? "one a cluster" : "beyond";
      points.add(new Chart.Point(k + 1, spectrum[k], side));
    }
    String components =
        clustering.components() > 1
            ? String.format(Locale.ROOT, " The graph has %,d components.", clustering.components())
            : "";
    report
        .section("How many clusters")
        .text(
            "Eigenvalues of the normalised affinity: K clusters give K values near 1, and then a"
                + " gap."
                + components)
        .chart(new Lines("Eigengap", "number of clusters", "eigenvalue", points));
  }

  private void angles(Report report) {
    int k = clustering.clusters();
    double[][] degrees = new double[k][k];
    List<String> names = new ArrayList<>();
    for (int a = 0; a < k; a++) {
      names.add(Integer.toString(a));
      for (int b = 0; b < k; b++) {
        double smallest =
            clustering.bases().get(a).principalAngles(clustering.bases().get(b)).smallest();
        degrees[a][b] = a == b ? 0 : Math.toDegrees(smallest);
      }
    }
    report
        .section("How far the subspaces are apart")
        .text(
            "Smallest principal angle between each two clusters' subspaces: near 0 they share a"
                + " direction, near 90 they have nothing in common.")
        .chart(new HeatMap("Principal angles", names, names, degrees, "degrees"));
  }

  private void sizes(Report report) {
    int[] sizes = clustering.sizes();
    double[] outside = clustering.meanResiduals();
    List<Chart.Bar> bars = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    for (int c = 0; c < sizes.length; c++) {
      bars.add(new Chart.Bar(Integer.toString(c), sizes[c]));
      rows.add(
          List.of(
              Integer.toString(c),
              Integer.toString(sizes[c]),
              Integer.toString(clustering.bases().get(c).dimension()),
              String.format(Locale.ROOT, "%.3f", outside[c])));
    }
    report.section("Clusters");
    if (sizes.length <= MAPPED) {
      report.chart(new Bars("Points in each cluster", "points", bars));
    }
    report.table("Clusters", List.of("cluster", "points", "dimension", "mean share outside"), rows);
  }
}
