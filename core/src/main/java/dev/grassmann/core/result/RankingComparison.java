package dev.grassmann.core.result;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.Result;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.run.RunFolder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Several rankings of one table side by side.
 *
 * @param rankings at least two, of the same target, each called after its method
 * @param curves what the best columns of each are worth to a model; empty where not asked for
 * @param measure what the curves' scores are, e.g. {@code macro F1 of a random forest}; empty where
 *     there are none
 */
public record RankingComparison(
    List<FeatureRanking> rankings, List<RetentionCurve> curves, String measure) implements Result {

  /** How far down rank-biased overlap looks: the first ten carry 86 % of the weight. */
  private static final double PERSISTENCE = 0.9;

  public RankingComparison {
    if (rankings.size() < 2) {
      throw new IllegalArgumentException(rankings.size() + " rankings");
    }
    rankings = List.copyOf(rankings);
    curves = List.copyOf(curves);
  }

  /** What all are about, e.g. {@code 6,093 rows of mushrooms.arff.gz, explaining class}. */
  String subject() {
    FeatureRanking first = rankings.get(0);
    String target = // a ranking may do without one
        rankings.stream()
            .map(FeatureRanking::target)
            .filter(name -> !name.isEmpty())
            .findFirst()
            .map(name -> ", explaining " + name)
            .orElse("");
    return String.format(Locale.ROOT, "%,d rows of %s%s", first.rows(), first.table(), target);
  }

  /** Names of the rankings, in order. */
  public List<String> names() {
    return rankings.stream().map(FeatureRanking::method).toList();
  }

  /**
   * Spearman's correlation of the ranks of each two rankings, over the columns that both rank; NaN
   * where one ranks all alike.
   */
  public double[][] correlations() {
    return matrix(RankingComparison::correlation);
  }

  /** Rank-biased overlap of each two, which weighs the top: 1 for the same order. */
  public double[][] overlaps() {
    return matrix(
        (one, other) ->
            RankAgreement.rankBiasedOverlap(
                one.top(rows(one)), other.top(rows(other)), PERSISTENCE));
  }

  /**
   * One order out of all: by the mean of the ranks, columns that a ranking leaves out counting as
   * its last; equal means in the order of the first ranking.
   */
  public List<Mean> meanRanks() {
    Map<String, Double> sums = new HashMap<>();
    List<String> names = new ArrayList<>();
    for (FeatureRanking ranking : rankings) {
      for (String name : ranking.top(rows(ranking))) {
        if (sums.putIfAbsent(name, 0.0) == null) {
          names.add(name);
        }
      }
    }
    for (FeatureRanking ranking : rankings) {
      Map<String, Double> ranks = ranks(ranking);
      names.forEach(
          name -> sums.merge(name, ranks.getOrDefault(name, (double) names.size()), Double::sum));
    }
    return names.stream()
        .map(name -> new Mean(name, sums.get(name) / rankings.size()))
        .sorted(Comparator.comparingDouble(Mean::rank))
        .toList();
  }

  /**
   * A column in the order of all rankings.
   *
   * @param rank mean of its ranks, from 1
   */
  public record Mean(String feature, double rank) {}

  /** A rank as text, a shared one with a decimal; empty for a column without one. */
  static String text(Double rank) {
    if (rank == null) {
      return "";
    }
    return String.format(Locale.ROOT, rank == Math.rint(rank) ? "%,.0f" : "%,.1f", rank);
  }

  /** Ranks from 1, equal scores sharing their mean rank. */
  static Map<String, Double> ranks(FeatureRanking ranking) {
    List<String> order = ranking.top(rows(ranking));
    Map<String, Double> scores = new HashMap<>();
    ranking.scores().forEach(score -> scores.put(score.feature(), score.score()));
    Map<String, Double> ranks = new HashMap<>();
    for (int from = 0; from < order.size(); ) {
      int to = from;
      while (to < order.size() && scores.get(order.get(to)).equals(scores.get(order.get(from)))) {
        to++;
      }
      for (int i = from; i < to; i++) {
        ranks.put(order.get(i), (from + 1 + to) / 2.0);
      }
      from = to;
    }
    return ranks;
  }

  @Override
  public String headline() {
    List<Mean> best = meanRanks();
    String first = best.isEmpty() ? "no column" : best.get(0).feature();
    double[][] rho = correlations();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < rho.length; i++) {
      for (int j = 0; j < i; j++) {
        low = Double.isNaN(rho[i][j]) ? low : Math.min(low, rho[i][j]);
        high = Double.isNaN(rho[i][j]) ? high : Math.max(high, rho[i][j]);
      }
    }
    String agreement =
        low > high
            ? ""
            : low == high
                ? String.format(Locale.ROOT, "; their ranks correlate at %.2f", low)
                : String.format(Locale.ROOT, "; their ranks correlate at %.2f to %.2f", low, high);
    return String.format(
        Locale.ROOT, "%d rankings put %s first on the whole%s.", rankings.size(), first, agreement);
  }

  @Override
  public String text() {
    return new ComparisonText(this).toString();
  }

  @Override
  public JsonNode json() {
    return ComparisonFiles.json(this);
  }

  /** Writes {@code comparison.json}, {@code comparison.csv}, agreement and retention as CSV. */
  @Override
  public void save(RunFolder folder) {
    new ComparisonFiles(this).write(folder);
  }

  @Override
  public void describe(Report report) {
    new ComparisonPictures(this).addTo(report);
  }

  private static int rows(FeatureRanking ranking) {
    return ranking.scores().size();
  }

  private static double correlation(FeatureRanking one, FeatureRanking other) {
    Map<String, Double> ranks = ranks(one);
    Map<String, Double> others = ranks(other);
    List<String> both = ranks.keySet().stream().filter(others::containsKey).sorted().toList();
    return Correlation.pearson(
        both.stream().mapToDouble(ranks::get).toArray(),
        both.stream().mapToDouble(others::get).toArray());
  }

  @FunctionalInterface
  private interface Agreement {
    double of(FeatureRanking one, FeatureRanking other);
  }

  private double[][] matrix(Agreement agreement) {
    double[][] matrix = new double[rankings.size()][rankings.size()];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        matrix[i][j] = i == j ? 1 : agreement.of(rankings.get(i), rankings.get(j));
      }
    }
    return matrix;
  }
}
