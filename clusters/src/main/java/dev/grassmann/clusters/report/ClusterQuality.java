package dev.grassmann.clusters.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.clusters.metrics.Agreement;
import dev.grassmann.core.Result;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.report.HeatMap;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.result.ClusterGraph;
import dev.grassmann.core.result.Clustering;
import dev.grassmann.core.run.RunFolder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How good clusters are.
 *
 * @param clustering what is measured
 * @param against the comparison with classes; empty where none were given
 */
public record ClusterQuality(Clustering clustering, Optional<AgainstClasses> against)
    implements Result {

  /** Mean over all points of the distance to their cluster's flat. */
  public double meanResidual() {
    return Arrays.stream(clustering.residuals()).average().orElse(Double.NaN);
  }

  /** Least algebraic connectivity of a cluster of two points or more; NaN without a graph. */
  public double leastConnectivity() {
    return clustering
        .graph()
        .map(ClusterGraph::connectivity)
        .map(all -> Arrays.stream(all).filter(Double::isFinite).min().orElse(Double.NaN))
        .orElse(Double.NaN);
  }

  @Override
  public String headline() {
    if (against.isEmpty()) {
      return clustering.headline();
    }
    Agreement agreement = against.get().agreement();
    return String.format(
        Locale.ROOT,
        "%,d clusters and %,d classes agree on %.1f %% of %,d points (NMI %.1f %%, ARI %.1f %%).",
        clustering.clusters(),
        against.get().classes().classes(),
        100 * agreement.accuracy(),
        clustering.n(),
        100 * agreement.nmi(),
        100 * agreement.adjustedRand());
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder();
    for (List<String> row : figures()) {
      text.append(String.format(Locale.ROOT, "%-32s %8s%n", row.get(0), row.get(1)));
    }
    return text.append('\n').append(clustering.text()).toString();
  }

  private List<List<String>> figures() {
    List<List<String>> rows = new ArrayList<>();
    against.ifPresent(
        known -> {
          Agreement agreement = known.agreement();
          add(rows, "accuracy (best matching)", agreement.accuracy());
          add(rows, "NMI, arithmetic mean", agreement.nmi());
          add(rows, "NMI, geometric mean", agreement.nmiGeometric());
          add(rows, "adjusted Rand index", agreement.adjustedRand());
          add(rows, "F1 over pairs", agreement.pairF1());
          add(rows, "self-representation error", known.selfExpressionError());
        });
    add(rows, "mean residual", meanResidual());
    add(rows, "least connectivity of a cluster", leastConnectivity());
    return rows;
  }

  private static void add(List<List<String>> rows, String name, double value) {
    if (Double.isFinite(value)) {
      rows.add(List.of(name, String.format(Locale.ROOT, "%.4f", value)));
    }
  }

  @Override
  public JsonNode json() {
    ObjectNode node = Json.object();
    node.put("method", clustering.method()).put("points", clustering.n());
    node.put("clusters", clustering.clusters());
    put(node, "meanResidual", meanResidual());
    put(node, "leastConnectivity", leastConnectivity());
    against.ifPresent(
        known -> {
          Agreement agreement = known.agreement();
          node.put("classes", known.classes().classes());
          node.put("accuracy", agreement.accuracy());
          node.put("nmi", agreement.nmi()).put("nmiGeometric", agreement.nmiGeometric());
          node.put("adjustedRand", agreement.adjustedRand());
          node.put("pairF1", agreement.pairF1());
          put(node, "selfExpressionError", known.selfExpressionError());
          node.set("matching", Json.tree(known.matching()));
        });
    return node;
  }

  private static void put(ObjectNode node, String name, double value) {
    if (Double.isFinite(value)) {
      node.put(name, value);
    } else {
      node.putNull(name);
    }
  }

  /** Writes {@code quality.json}. */
  @Override
  public void save(RunFolder folder) {
    folder.writeJson("quality.json", json());
  }

  @Override
  public void describe(Report report) {
    report.section("Quality").table("Figures", List.of("measure", "value"), figures());
    against.ifPresent(known -> report.chart(confusion(known)));
    clustering.describe(report);
  }

  /** Points of each class in each cluster; matched ones stand on the diagonal. */
  private HeatMap confusion(AgainstClasses known) {
    int[] truth = known.classes().codes();
    int[] found = clustering.labels();
    int[] matching = known.matching();
    int classes = known.classes().classes();
    int[] order = // clusters by the class that they are matched with, those left over last
        IntStream.range(0, matching.length)
            .boxed()
            .sorted((a, b) -> Integer.compare(place(matching[a]), place(matching[b])))
            .mapToInt(c -> c)
            .toArray();
    int[] column = new int[order.length];
    for (int c = 0; c < order.length; c++) {
      column[order[c]] = c;
    }
    double[][] cells = new double[classes][order.length];
    for (int i = 0; i < truth.length; i++) {
      cells[truth[i]][column[found[i]]]++;
    }
    return new HeatMap(
        "Classes (rows) in clusters (columns), matched ones on the diagonal",
        known.classes().names(),
        Arrays.stream(order).mapToObj(Integer::toString).toList(),
        cells,
        "points");
  }

  private static int place(int matched) {
    return matched < 0 ? Integer.MAX_VALUE : matched;
  }
}
