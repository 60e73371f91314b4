package dev.grassmann.core.result;

import java.util.Arrays;
import java.util.Locale;

/** A clustering for a terminal. */
final class ClusteringText {
  private static final int SHOWN = 30;

  private ClusteringText() {}

  static String headline(Clustering clustering) {
    int low = clustering.flats().stream().mapToInt(Flat::dimension).min().orElse(0);
    int high = clustering.flats().stream().mapToInt(Flat::dimension).max().orElse(0);
    double mean = Arrays.stream(clustering.residuals()).average().orElse(Double.NaN);
    String near =
        high == 0
            ? "around as many centres"
            : "near as many subspaces of "
                + (low == high ? "dimension " + low : "dimensions " + low + " to " + high);
    String apart =
        clustering.unitLength()
            ? String.format(Locale.ROOT, "%.0f %% of their length off on average", 100 * mean)
            : String.format(Locale.ROOT, "at a distance of %.4g on average", mean);
    return String.format(
        Locale.ROOT,
        "%,d points in %,d clusters %s, %s.",
        clustering.n(),
        clustering.clusters(),
        near,
        apart);
  }

  static String of(Clustering clustering) {
    StringBuilder text = new StringBuilder();
    clustering.graph().ifPresent(graph -> text.append(graphLine(clustering, graph)));
    text.append(" cluster   points  dimension  residual  connectivity\n");
    int[] sizes = clustering.sizes();
    double[] residuals = clustering.meanResiduals();
    int shown = Math.min(clustering.clusters(), SHOWN);
    for (int c = 0; c < shown; c++) {
      int cluster = c;
      String connectivity =
          clustering.graph().map(graph -> number(graph.connectivity()[cluster])).orElse("");
      String line =
          String.format(
              Locale.ROOT,
              "%8d %,8d %10d %9s %13s",
              c,
              sizes[c],
              clustering.flats().get(c).dimension(),
              number(residuals[c]),
              connectivity);
      text.append(line.stripTrailing()).append('\n');
    }
    if (clustering.clusters() > shown) {
      text.append(
          String.format(Locale.ROOT, "      and %,d more%n", clustering.clusters() - shown));
    }
    return text.toString();
  }

  private static String graphLine(Clustering clustering, ClusterGraph graph) {
    double gap = graph.gap(clustering.clusters());
    return String.format(
        Locale.ROOT,
        "%s: a graph of %,d component%s%s%n",
        clustering.method(),
        graph.components(),
        graph.components() == 1 ? "" : "s",
        Double.isNaN(gap)
            ? ""
            : String.format(Locale.ROOT, ", eigengap %.4f after %,d", gap, clustering.clusters()));
  }

  static String number(double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.3f", value);
  }
}
