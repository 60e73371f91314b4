package dev.grassmann.core.result;

import dev.grassmann.core.report.Chart;
import dev.grassmann.core.report.HeatMap;
import dev.grassmann.core.report.Lines;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which features say the same.
 *
 * @param names in the order of the dendrogram
 * @param alike score of each pair, NaN on the diagonal, where the entropy of a single feature would
 *     drown all others; 0 where a pair was not scored
 * @param tree of the features in this order
 */
record PairMap(List<String> names, double[][] alike, CompleteLinkage tree) {
  /** Of the best features that have pairs, {@code most} of them. */
  static PairMap of(FeatureRanking ranking, int most) {
    Set<String> paired = new LinkedHashSet<>();
    for (PairScore pair : ranking.pairs()) {
      paired.add(pair.first());
      paired.add(pair.second());
    }
    List<String> best = ranking.order().stream().filter(paired::contains).limit(most).toList();
    if (best.isEmpty()) {
      return new PairMap(best, new double[0][0], null);
    }
    List<Integer> order = CompleteLinkage.of(distances(similarities(ranking, best))).order();
    List<String> names = order.stream().map(best::get).toList();
    double[][] alike = similarities(ranking, names);
    return new PairMap(names, alike, CompleteLinkage.of(distances(alike)));
  }

  HeatMap heatMap(String measure) {
    return new HeatMap("Pairs", names, names, alike, measure);
  }

  /** How well the features fall into 2, 3, ... groups. */
  Lines silhouettes() {
    List<Chart.Point> profile = new ArrayList<>();
    for (int groups = 2; groups < names.size(); groups++) {
      profile.add(new Chart.Point(groups, tree.silhouette(groups), ""));
    }
    return new Lines("Silhouette by number of groups", "groups", "silhouette", profile);
  }

  /** The groups of the number that fits best; needs three features at least. */
  List<List<String>> bestGroups() {
    int best = 2;
    for (int groups = 3; groups < names.size(); groups++) {
      best = tree.silhouette(groups) > tree.silhouette(best) ? groups : best;
    }
    return tree.cut(best).stream().map(group -> group.stream().map(names::get).toList()).toList();
  }

  private static double[][] similarities(FeatureRanking ranking, List<String> names) {
    Map<String, Integer> place = new HashMap<>();
    for (String name : names) {
      place.put(name, place.size());
    }
    double[][] alike = new double[names.size()][names.size()];
    for (int i = 0; i < alike.length; i++) {
      alike[i][i] = Double.NaN;
    }
    for (PairScore pair : ranking.pairs()) {
      Integer i = place.get(pair.first());
      Integer j = place.get(pair.second());
      if (i != null && j != null && !i.equals(j)) {
        alike[i][j] = pair.score();
        alike[j][i] = pair.score();
      }
    }
    return alike;
  }

  /** 1 - score, scores scaled to [0, 1] over all pairs. */
  private static double[][] distances(double[][] alike) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double[] row : alike) {
      for (double score : row) {
        low = score < low ? score : low;
        high = score > high ? score : high;
      }
    }
    double[][] distances = new double[alike.length][alike.length];
    for (int i = 0; i < alike.length; i++) {
      for (int j = 0; j < alike.length; j++) {
        boolean apart = i != j && high > low;
        distances[i][j] = apart ? 1 - (alike[i][j] - low) / (high - low) : 0;
      }
    }
    return distances;
  }
}
