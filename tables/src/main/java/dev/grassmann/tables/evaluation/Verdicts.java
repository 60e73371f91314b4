package dev.grassmann.tables.evaluation;

import dev.grassmann.core.data.Table;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.result.RankAgreement;
import dev.grassmann.tables.DesignMatrix;
import dev.grassmann.tables.FoldedRanking;
import dev.grassmann.tables.Outcomes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Sums the folds up. */
final class Verdicts {
  private final Table table;
  private final DesignMatrix numbers;
  private final Outcomes outcomes;
  private final EvaluationConfig config;
  private final List<String> columns;

  Verdicts(
      Table table,
      DesignMatrix numbers,
      Outcomes outcomes,
      EvaluationConfig config,
      List<String> columns) {
    this.table = table;
    this.numbers = numbers;
    this.outcomes = outcomes;
    this.config = config;
    this.columns = columns;
  }

  /**
   * The comparison.
   *
   * @param rankings of each ranker, one a fold
   * @param qualities for each fold those of all columns, then of each ranker: shares × predictors
   */
  SelectorComparison of(
      List<Ranker> rankers, List<List<FeatureRanking>> rankings, List<double[][]> qualities) {
    List<SelectorComparison.Cell> cells = new ArrayList<>();
    List<SelectorComparison.Choice> choices = new ArrayList<>();
    addCells("all", 1, 0, 0, qualities, cells);
    Redundancy redundancy = redundancy();
    for (int ranker = 0; ranker < rankers.size(); ranker++) {
      String id = rankers.get(ranker).id();
      for (int r = 0; r < config.retentions().size(); r++) {
        double share = config.retentions().get(r);
        addCells(id, share, ranker + 1, r, qualities, cells);
        choices.add(choice(id, share, rankings.get(ranker), redundancy));
      }
    }
    double[][] scores = scores(rankings);
    return new SelectorComparison(
        outcomes.name(),
        outcomes instanceof Outcomes.Classes ? "macro F1" : "R2",
        table.name(),
        table.rows(),
        config.folds(),
        columns,
        rankers.stream().map(Ranker::id).toList(),
        scores,
        cells,
        choices,
        agreement(scores),
        redundancy.among(IntStream.range(0, columns.size()).toArray()));
  }

  private void addCells(
      String id,
      double share,
      int place,
      int retention,
      List<double[][]> qualities,
      List<SelectorComparison.Cell> cells) {
    int each = qualities.size() / config.folds();
    for (int p = 0; p < config.predictors().size(); p++) {
      int predictor = p;
      double[] folds =
          IntStream.range(0, config.folds())
              .mapToDouble(fold -> qualities.get(fold * each + place)[retention][predictor])
              .toArray();
      cells.add(
          new SelectorComparison.Cell(
              id,
              share,
              FoldedRanking.kept(share, columns.size()),
              config.predictors().get(p),
              Arrays.stream(folds).average().orElseThrow(),
              deviation(folds)));
    }
  }

  private SelectorComparison.Choice choice(
      String id, double share, List<FeatureRanking> folds, Redundancy redundancy) {
    int count = FoldedRanking.kept(share, columns.size());
    List<List<String>> chosen = folds.stream().map(ranking -> ranking.top(count)).toList();
    double among =
        chosen.stream()
            .mapToDouble(
                names -> redundancy.among(names.stream().mapToInt(columns::indexOf).toArray()))
            .average()
            .orElseThrow();
    return new SelectorComparison.Choice(
        id, share, Stability.of(chosen, columns.size()), among, chosen);
  }

  /** Of the columns as numbers, categories by their order. */
  private Redundancy redundancy() {
    double[][] all = new double[numbers.features()][numbers.rows()];
    for (int j = 0; j < all.length; j++) {
      numbers.copyColumn(j, all[j]);
    }
    return new Redundancy(all);
  }

  /** Mean over the folds of each ranker's scores, by ranker and column. */
  private double[][] scores(List<List<FeatureRanking>> rankings) {
    double[][] scores = new double[rankings.size()][columns.size()];
    for (int ranker = 0; ranker < scores.length; ranker++) {
      for (FeatureRanking fold : rankings.get(ranker)) {
        for (int j = 0; j < columns.size(); j++) {
          scores[ranker][j] += fold.score(columns.get(j)) / config.folds();
        }
      }
    }
    return scores;
  }

  /** Spearman's correlation of the rankers' mean scores; NaN where one ranks all alike. */
  private double[][] agreement(double[][] scores) {
    double[][] agreement = new double[scores.length][scores.length];
    for (int a = 0; a < scores.length; a++) {
      for (int b = 0; b < scores.length; b++) {
        boolean flat = isFlat(scores[a]) || isFlat(scores[b]);
        agreement[a][b] = flat ? Double.NaN : RankAgreement.spearman(scores[a], scores[b]);
      }
    }
    return agreement;
  }

  private static boolean isFlat(double[] scores) {
    return Arrays.stream(scores).distinct().limit(2).count() < 2;
  }

  private static double deviation(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (values.length - 1));
  }
}
