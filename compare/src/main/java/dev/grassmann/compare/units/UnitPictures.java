package dev.grassmann.compare.units;

import dev.grassmann.core.report.Bars;
import dev.grassmann.core.report.Chart;
import dev.grassmann.core.report.HeatMap;
import dev.grassmann.core.report.Histogram;
import dev.grassmann.core.report.Lines;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.result.SimilarityNull;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a comparison of units adds to a report. */
record UnitPictures(UnitComparison result) {
  /** A heat map of more cells is slow to look at; units beyond are left out of the picture. */
  private static final int CELLS = 150;

  private static final int CLUSTERS = 30;

  void addTo(Report report) {
    result.clusters().ifPresent(found -> shares(report, found));
    result.matching().ifPresent(matching -> match(report, matching));
    result.prediction().ifPresent(few -> predict(report, few));
    result.clusters().ifPresent(found -> clusters(report, found));
  }

  private void shares(Report report, UnitClusters found) {
    report.chart(
        new Bars(
            "What becomes of A's units",
            "units",
            List.of(
                new Chart.Bar("one partner in B", found.paired()),
                new Chart.Bar("subspace shared with B", found.sharedA()),
                new Chart.Bar("A's own", found.privateA()))));
    report.text(
        "A unit is its own where no unit of the other network correlates with it, nor with the"
            + " units that it goes together with.");
  }

  private void match(Report report, Matching matching) {
    int[] order = matching.cycleOrder();
    int[] partners = matching.partnersOf(order, result.unitsB().length);
    report.section("One to one");
    report.chart(
        map(
            "Correlations between the networks, as they come",
            first(result.unitsA().length),
            first(result.unitsB().length)));
    report.chart(
        map(
            "The same with B's units in their partners' order",
            Arrays.copyOf(order, Math.min(CELLS, order.length)),
            Arrays.copyOf(partners, Math.min(CELLS, partners.length))));
    List<Chart.Point> points = new ArrayList<>();
    curve(points, matching.greedyScores(), "each with its best (greedy)");
    curve(points, matching.bipartiteScores(), "one to one (bipartite)");
    report.chart(
        new Lines(
            "Partners, best first", "units of A", result.measure() + " with partner", points));
    report.text(
        "Where the greedy curve lies above the bipartite one, several units of A have the same best"
            + " partner in B.");
    result
        .nulls()
        .flatMap(UnitNulls::bipartite)
        .ifPresent(none -> chance(report, none, matching.bipartiteMean()));
    List<List<String>> rows = new ArrayList<>();
    for (int i : UnitText.best(matching)) {
      rows.add(
          List.of(
              Integer.toString(result.unitsA()[i]),
              Integer.toString(result.unitsB()[matching.bipartite()[i]]),
              number(matching.bipartiteScores()[i]),
              Integer.toString(result.unitsB()[matching.greedy()[i]]),
              number(matching.greedyScores()[i])));
    }
    report.table(
        "Pairs, best first",
        List.of("unit of A", "partner in B", "score", "best in B", "its score"),
        rows.subList(0, Math.min(rows.size(), 100)));
  }

  private void chance(Report report, SimilarityNull none, double value) {
    report.chart(
        Histogram.of(
            String.format(
                Locale.ROOT, "Mean of matched pairs when B's rows are shuffled; here %.3f", value),
            result.measure(),
            none.scores(),
            20));
  }

  private static int[] first(int count) {
    return IntStream.range(0, Math.min(CELLS, count)).toArray();
  }

  private Chart map(String title, int[] a, int[] b) {
    double[][] cells = new double[a.length][b.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b.length; j++) {
        cells[i][j] = result.correlations()[a[i]][b[j]];
      }
    }
    return new HeatMap(
        title,
        names("A ", result.unitsA(), a),
        names("B ", result.unitsB(), b),
        cells,
        "correlation");
  }

  private static List<String> names(String prefix, int[] units, int[] chosen) {
    return Arrays.stream(chosen).mapToObj(i -> prefix + units[i]).toList();
  }

  private static void curve(List<Chart.Point> points, double[] scores, String name) {
    double[] sorted = Arrays.stream(scores).filter(x -> !Double.isNaN(x)).sorted().toArray();
    for (int i = 0; i < sorted.length; i++) {
      points.add(new Chart.Point(i + 1, sorted[sorted.length - 1 - i], name));
    }
  }

  private void predict(Report report, SparsePrediction few) {
    report.section("One to few");
    List<Chart.Point> points = new ArrayList<>();
    for (SparsePrediction.PathPoint point : few.path()) {
      points.add(new Chart.Point(point.above001(), point.loss(), "loss"));
    }
    report.chart(
        new Lines(
            "What each further unit buys",
            "weights a unit of B",
            "loss (0.5 is the mean)",
            points));
    double[] needed = few.targets().stream().mapToDouble(t -> t.needed()).toArray();
    report.chart(
        Histogram.of("Units that reach 90 % of what all of A explain", "units of A", needed, 20));
    List<List<String>> rows = new ArrayList<>();
    for (SparsePrediction.PathPoint point : few.path()) {
      rows.add(
          List.of(
              String.format(Locale.ROOT, "%.4g", point.alpha()),
              number(point.loss()),
              String.format(Locale.ROOT, "%.1f", point.above001()),
              String.format(Locale.ROOT, "%.1f", point.above05())));
    }
    report.table(
        "Along the path", List.of("penalty", "loss", "weights > 0.001", "weights > 0.05"), rows);
  }

  private void clusters(Report report, UnitClusters found) {
    report.section("Many to many");
    List<UnitClusters.Cluster> shown =
        found.clusters().stream()
            .filter(UnitClusters.Cluster::isShared)
            .sorted((x, y) -> y.a().size() + y.b().size() - x.a().size() - x.b().size())
            .limit(CLUSTERS)
            .toList();
    List<Chart.Bar> sizes = new ArrayList<>();
    List<Chart.Bar> cosines = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    for (int c = 0; c < shown.size(); c++) {
      UnitClusters.Cluster cluster = shown.get(c);
      String name = "cluster " + (c + 1);
      sizes.add(new Chart.Bar(name, cluster.a().size(), "units of A"));
      sizes.add(new Chart.Bar(name, cluster.b().size(), "units of B"));
      cosines.add(new Chart.Bar(name, cluster.meanCosine(), "subspaces (mean cosine)"));
      cosines.add(new Chart.Bar(name, cluster.closest(), "best single pair"));
      rows.add(
          List.of(
              name,
              Integer.toString(cluster.a().size()),
              Integer.toString(cluster.b().size()),
              number(cluster.within()),
              number(cluster.closest()),
              number(cluster.meanCosine())));
    }
    if (shown.isEmpty()) {
      report.text("No cluster holds units of both networks.");
      return;
    }
    report.chart(new Bars("Who is in the clusters", "units", sizes));
    report.chart(new Bars("The same subspace, or the same units?", "cosine, correlation", cosines));
    report.text(
        "A high mean cosine beside a low best pair: both networks span the same subspace, each with"
            + " a basis of its own, and no unit has a partner.");
    report.table(
        "Clusters that both networks share",
        List.of("", "units of A", "units of B", "mean within", "best pair", "mean cosine"),
        rows);
    Optional<SimilarityNull> none = result.nulls().flatMap(UnitNulls::cosine);
    none.ifPresent(
        n ->
            report.text(
                String.format(
                    Locale.ROOT,
                    "With B's rows shuffled, the clusters' mean cosine is %.3f.",
                    n.mean())));
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.4f", value);
  }
}
