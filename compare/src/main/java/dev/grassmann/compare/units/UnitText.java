package dev.grassmann.compare.units;

import dev.grassmann.core.result.SimilarityNull;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** A comparison of units for a terminal. */
record UnitText(UnitComparison result) {
  private static final int SHOWN = 8;

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(
        line(
            "%,d rows; %,d units of A and %,d of B vary",
            result.rows(), result.unitsA().length, result.unitsB().length));
    result.matching().ifPresent(matching -> add(text, matching));
    result.prediction().ifPresent(prediction -> add(text, prediction));
    result.clusters().ifPresent(clusters -> add(text, clusters));
    return text.toString();
  }

  private void add(StringBuilder text, Matching matching) {
    text.append(line("One to one, mean %s of partners:", result.measure()));
    text.append(
        line(
            "  each with its best (greedy)      %.4f%s",
            matching.greedyMean(), chance(result.nulls().flatMap(UnitNulls::greedy))));
    text.append(
        line(
            "  best one-to-one (bipartite)      %.4f%s",
            matching.bipartiteMean(), chance(result.nulls().flatMap(UnitNulls::bipartite))));
    text.append(line("  units with the same partner both ways: %.0f %%", 100 * matching.overlap()));
    int[] order = best(matching);
    text.append(
        line("  best pairs:  %s", pairs(matching, order, 0, Math.min(SHOWN, order.length))));
    if (order.length > SHOWN) {
      int from = Math.max(SHOWN, order.length - SHOWN);
      text.append(line("  worst pairs: %s", pairs(matching, order, from, order.length)));
    }
  }

  static int[] best(Matching matching) {
    return IntStream.range(0, matching.bipartite().length)
        .filter(i -> matching.bipartite()[i] >= 0)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -matching.bipartiteScores()[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private String pairs(Matching matching, int[] order, int from, int to) {
    List<String> pairs = new ArrayList<>();
    for (int at = from; at < to; at++) {
      int i = order[at];
      pairs.add(
          String.format(
              Locale.ROOT,
              "%d-%d %.2f",
              result.unitsA()[i],
              result.unitsB()[matching.bipartite()[i]],
              matching.bipartiteScores()[i]));
    }
    return String.join(", ", pairs);
  }

  private void add(StringBuilder text, SparsePrediction few) {
    text.append(
        line(
            "One to few: units of B from units of A, learnt on %,d rows, judged on %,d:",
            few.trained(), few.judged()));
    text.append(line("  %10s %10s %12s %12s", "penalty", "loss", "w > 0.001", "w > 0.05"));
    for (SparsePrediction.PathPoint point : few.path()) {
      text.append(
          line(
              "  %10.4g %10.4f %12.1f %12.1f%s",
              point.alpha(),
              point.loss(),
              point.above001(),
              point.above05(),
              point.alpha() == few.reported() ? "  <- reported" : ""));
    }
    text.append(
        line(
            "  mean R² %.3f%s; 90 %% of the dense R² takes %.0f units (median)",
            few.meanR2(), chance(result.nulls().flatMap(UnitNulls::r2)), few.medianNeeded()));
  }

  private void add(StringBuilder text, UnitClusters found) {
    text.append(
        line(
            "Many to many: %,d clusters; %,d units of A and %,d of B share nothing",
            found.clusters().size(), found.privateA(), found.privateB()));
    List<UnitClusters.Cluster> shared =
        found.clusters().stream().filter(c -> c.isShared() && !c.isPair()).limit(SHOWN).toList();
    if (!shared.isEmpty()) {
      text.append(
          line("  %8s %8s %14s %14s %12s", "units A", "units B", "best pair", "mean cosine", ""));
    }
    for (UnitClusters.Cluster cluster : shared) {
      boolean turned = cluster.meanCosine() > 0.8 && cluster.closest() < 0.8;
      text.append(
          line(
              "  %8d %8d %14.2f %14.2f %s",
              cluster.a().size(),
              cluster.b().size(),
              cluster.closest(),
              cluster.meanCosine(),
              turned ? "  same subspace, other basis" : ""));
    }
  }

  private static String chance(Optional<SimilarityNull> none) {
    return none.map(
            n ->
                String.format(
                    Locale.ROOT,
                    "  (shuffled rows %.4f, 95 %% below %.4f)",
                    n.mean(),
                    n.quantile(0.95)))
        .orElse("");
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values).stripTrailing() + "\n";
  }
}
