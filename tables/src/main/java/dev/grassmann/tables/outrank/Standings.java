package dev.grassmann.tables.outrank;

import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.result.FeatureScore;
import dev.grassmann.core.result.PairScore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes a ranking of the batches' scores; what no batch has scored is left out. */
record Standings(
    OutRankConfig config,
    String measure,
    Plan plan,
    List<Outcome> outcomes,
    List<String> features) {

  FeatureRanking ranking(String table, long rows) {
    List<FeatureScore> scores = new ArrayList<>();
    List<PairScore> pairs = new ArrayList<>();
    double ceiling = Double.NaN;
    for (int i = 0; i < outcomes.size(); i++) {
      Item item = plan.items().get(i);
      Outcome outcome = outcomes.get(i);
      if (outcome.batches() == 0) {
        continue;
      }
      if (item instanceof Item.Self) {
        ceiling = outcome.median();
      } else if (item instanceof Item.Pair pair) {
        pairs.add(pair(pair, outcome));
      } else if (item instanceof Item.Single || isRanked((Item.Joint) item)) {
        scores.add(score(outcome));
      }
    }
    return new FeatureRanking(
        "OutRank",
        measure,
        config.heuristic().unit(),
        config.target(),
        table,
        rows,
        scores,
        ceiling,
        pairs,
        config.threeMr() ? threeMr() : List.of(),
        combined());
  }

  private boolean isRanked(Item.Joint joint) {
    return joint.members().size() == config.order() || plan.given().contains(joint);
  }

  private static FeatureScore score(Outcome outcome) {
    Outcome.Described feature = outcome.feature();
    return new FeatureScore(
        feature.name(),
        feature.role(),
        outcome.median(),
        outcome.sd(),
        outcome.batches(),
        feature.values(),
        feature.coverage());
  }

  private PairScore pair(Item.Pair pair, Outcome outcome) {
    return new PairScore(
        features.get(pair.first()),
        features.get(pair.second()),
        outcome.median(),
        outcome.sd(),
        outcome.batches());
  }

  /** Of each feature, the median score of the combinations that it is part of. */
  private Map<String, Double> combined() {
    Map<String, List<Double>> scores = new HashMap<>();
    for (int i = 0; i < outcomes.size(); i++) {
      if (plan.items().get(i) instanceof Item.Joint joint && isRanked(joint)) {
        for (int member : joint.members()) {
          scores
              .computeIfAbsent(features.get(member), name -> new ArrayList<>())
              .add(outcomes.get(i).median());
        }
      }
    }
    Map<String, Double> medians = new HashMap<>();
    scores.forEach(
        (name, list) -> {
          double median = Outcome.median(list.stream().mapToDouble(x -> x).toArray());
          if (!Double.isNaN(median)) {
            medians.put(name, median);
          }
        });
    return medians;
  }

  private List<String> threeMr() {
    int n = features.size();
    double[] relevance = new double[n];
    double[][] redundancy = new double[n][n];
    double[][] relation = new double[n][n];
    for (int f = 0; f < n; f++) {
      Arrays.fill(redundancy[f], Double.NaN);
      Arrays.fill(relation[f], Double.NaN);
    }
    for (int i = 0; i < outcomes.size(); i++) {
      Item item = plan.items().get(i);
      double median = outcomes.get(i).median();
      if (item instanceof Item.Single single && single.source() < n) {
        relevance[single.source()] = median;
      } else if (item instanceof Item.Pair pair) {
        redundancy[pair.first()][pair.second()] = median;
      } else if (item instanceof Item.Joint joint && joint.members().size() == 2) {
        relation[joint.members().get(0)][joint.members().get(1)] = median;
      }
    }
    ThreeMr selection = new ThreeMr(config.summary(), config.alpha(), config.beta());
    return Arrays.stream(selection.order(relevance, redundancy, relation))
        .mapToObj(features::get)
        .toList();
  }
}
