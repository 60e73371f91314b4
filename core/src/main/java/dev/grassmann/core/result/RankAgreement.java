package dev.grassmann.core.result;

import dev.grassmann.core.InputException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How much two rankings say the same, e.g. of two methods, or of last month's table and this. */
public final class RankAgreement {
  private RankAgreement() {}

  /**
   * Spearman's rank correlation of the scores of the features that both rank, -1 to 1; ties share
   * their mean rank.
   *
   * @throws InputException where fewer than two features are in both, or one ranks all alike
   */
  public static double spearman(FeatureRanking one, FeatureRanking other) {
    Map<String, Double> scores = new HashMap<>();
    one.scores().forEach(score -> scores.put(score.feature(), score.score()));
    List<FeatureScore> both =
        other.scores().stream().filter(score -> scores.containsKey(score.feature())).toList();
    double[] x = both.stream().mapToDouble(score -> scores.get(score.feature())).toArray();
    double[] y = both.stream().mapToDouble(FeatureScore::score).toArray();
    return spearman(x, y);
  }

  /** The same of scores that stand side by side. */
  public static double spearman(double[] x, double[] y) {
    if (x.length != y.length || x.length < 2) {
      throw new InputException(
          "rankings of " + x.length + " and " + y.length + " features", "", "give two of a size");
    }
    double correlation = Correlation.spearman(x, y);
    if (Double.isNaN(correlation)) {
      throw new InputException("all features of a ranking score the same", "", "give another");
    }
    return correlation;
  }

  /**
   * Rank-biased overlap (Webber, Moffat, Zobel 2010), extrapolated from the shorter list's depth: 1
   * for the same order, 0 for nothing in common.
   *
   * @param persistence above 0, below 1: how far down the lists matter; at 0.9 the first ten carry
   *     86 % of the weight
   */
  public static double rankBiasedOverlap(List<String> one, List<String> other, double persistence) {
    if (!(persistence > 0 && persistence < 1)) {
      throw new InputException(
          "persistence is " + persistence, "", "give a number above 0 and below 1");
    }
    int depth = Math.min(one.size(), other.size());
    if (depth == 0) {
      throw new InputException("a ranking is empty", "", "give one feature at least");
    }
    Set<String> seenInOne = new HashSet<>();
    Set<String> seenInOther = new HashSet<>();
    double sum = 0;
    double weight = 1;
    int shared = 0;
    for (int d = 1; d <= depth; d++) {
      String a = one.get(d - 1);
      String b = other.get(d - 1);
      seenInOne.add(a);
      seenInOther.add(b);
      shared += seenInOther.contains(a) ? 1 : 0;
      shared += !a.equals(b) && seenInOne.contains(b) ? 1 : 0;
      weight *= persistence;
      sum += weight * shared / d;
    }
    return (1 - persistence) / persistence * sum + weight * shared / depth;
  }
}
