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
import java.util.stream.IntStream;

/** What a clustering adds to a report: affinity, eigengap, residuals, angles, sizes. */
record ClusteringPictures(Clustering clustering) {
  /** Angles between more clusters than this can no longer be told apart. */
  private static final int MAPPED = 60;

  void addTo(Report report) {
    clustering.graph().ifPresent(graph -> affinity(report, graph));
    clustering.graph().ifPresent(graph -> eigengap(report, graph));
    residuals(report);
    int mapped = clustering.bases().size();
    if (mapped == clustering.clusters() && mapped > 1 && mapped <= MAPPED) {
      angles(report);
    }
    sizes(report);
  }

  private void affinity(Report report, ClusterGraph graph) {
    int[] clusters = graph.blockClusters();
    List<String> names = new ArrayList<>();
    for (int b = 0, within = 0; b < clusters.length; b++) {
      within = b > 0 && clusters[b] == clusters[b - 1] ? within + 1 : 0;
      names.add(clusters[b] + (within == 0 ? "" : "." + within));
    }
    report
        .section("Who writes whom")
        .text(
            "Mean affinity between groups of neighbouring points, points in the order of their"
                + " clusters: squares along the diagonal are clusters, what lies beside them joins"
                + " two.")
        .chart(new HeatMap("Affinity by cluster", names, names, graph.blocks(), "mean affinity"));
  }

  private void eigengap(Report report, ClusterGraph graph) {
    double[] spectrum = graph.spectrum();
    List<Chart.Point> points = new ArrayList<>();
    for (int k = 0; k < spectrum.length; k++) {
      String side = k < clustering.clusters() ? "one a cluster" : "beyond";
      points.add(new Chart.Point(k + 1, spectrum[k], side));
    }
    String components =
        graph.components() > 1
            ? String.format(Locale.ROOT, " The graph has %,d components.", graph.components())
            : "";
    report
        .section("How many clusters")
        .text(
            "Eigenvalues of the normalised affinity: K clusters give K values near 1, and then a"
                + " gap."
                + components)
        .chart(new Lines("Eigengap", "number of clusters", "eigenvalue", points));
  }

  private void residuals(Report report) {
    String measure = clustering.unitLength() ? "share of a point's length" : "distance";
    report
        .section("How near the points lie")
        .text("Distance of each point to its cluster's flat, as a " + measure + ".")
        .chart(Histogram.of("Residuals", measure, clustering.residuals(), 40));
  }

  private void angles(Report report) {
    int k = clustering.clusters();
    double[][] degrees = new double[k][k];
    for (int a = 0; a < k; a++) {
      for (int b = 0; b < a; b++) {
        double smallest =
            clustering.bases().get(a).principalAngles(clustering.bases().get(b)).smallest();
        degrees[a][b] = Math.toDegrees(smallest);
        degrees[b][a] = degrees[a][b];
      }
    }
    List<String> names = IntStream.range(0, k).mapToObj(Integer::toString).toList();
    report
        .section("How far the subspaces are apart")
        .text(
            "Smallest principal angle between each two clusters' subspaces: near 0 they share a"
                + " direction, near 90 they have nothing in common.")
        .chart(new HeatMap("Principal angles", names, names, degrees, "degrees"));
  }

  private void sizes(Report report) {
    int[] sizes = clustering.sizes();
    double[] residuals = clustering.meanResiduals();
    List<Chart.Bar> bars = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    for (int c = 0; c < sizes.length; c++) {
      int cluster = c;
      bars.add(new Chart.Bar(Integer.toString(c), sizes[c]));
      rows.add(
          List.of(
              Integer.toString(c),
              Integer.toString(sizes[c]),
              Integer.toString(clustering.flats().get(c).dimension()),
              ClusteringText.number(residuals[c]),
              clustering
                  .graph()
                  .map(graph -> ClusteringText.number(graph.connectivity()[cluster]))
                  .orElse("")));
    }
    report.section("Clusters");
    if (sizes.length <= MAPPED) {
      report.chart(new Bars("Points in each cluster", "points", bars));
    }
    report.table(
        "Clusters",
        List.of("cluster", "points", "dimension", "mean residual", "connectivity"),
        rows);
  }
}
