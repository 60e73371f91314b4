package dev.grassmann.tables.evaluation;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.result.FeatureScore;
import dev.grassmann.core.result.RankAgreement;
import dev.grassmann.tables.DesignMatrix;
import dev.grassmann.tables.Outcomes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Sums the folds up. */
final class Verdicts {
  private final Table table;
  private final DesignMatrix numbers;
  private final Outcomes outcomes;
  private final EvaluationConfig config;
  private final List<String> columns;
  private final Map<String, Integer> place = new HashMap<>(); // of each column

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
    for (int j = 0; j < columns.size(); j++) {
      place.put(columns.get(j), j);
    }
  }

  /**
   * The comparison.
   *
   * @param tried for all columns, random order and each ranker: one trial a fold
   * @param absent why rankers are left out, by their ids
   */
  SelectorComparison of(
      List<Ranker> rankers, List<List<Trial>> tried, Map<String, InputException> absent) {
    List<SelectorComparison.Cell> cells = new ArrayList<>();
    List<SelectorComparison.Choice> choices = new ArrayList<>();
    List<SelectorComparison.Effort> efforts = new ArrayList<>();
    List<SelectorComparison.Absence> absences = new ArrayList<>();
    List<List<Trial>> present = new ArrayList<>();
    addCells(SelectorComparison.ALL, columns.size(), 0, tried.get(0), cells);
    for (int r = 0; r < config.retentions().size(); r++) {
      addCells(SelectorComparison.RANDOM, config.retentions().get(r), r, tried.get(1), cells);
    }
    Redundancy redundancy = redundancy();
    for (int ranker = 0; ranker < rankers.size(); ranker++) {
      String id = rankers.get(ranker).id();
      if (absent.containsKey(id)) {
        absences.add(new SelectorComparison.Absence(id, absent.get(id).what()));
        continue;
      }
      List<Trial> own = tried.get(ranker + 2);
      present.add(own);
      efforts.add(
          new SelectorComparison.Effort(
              id, own.stream().mapToDouble(Trial::seconds).average().orElseThrow()));
      for (int r = 0; r < config.retentions().size(); r++) {
        double retention = config.retentions().get(r);
        addCells(id, retention, r, own, cells);
        choices.add(choice(id, retention, own, redundancy));
      }
    }
    double[][] scores = scores(present);
    return new SelectorComparison(
        outcomes.name(),
        outcomes instanceof Outcomes.Classes ? "macro F1" : "R2",
        table.name(),
        table.rows(),
        config.folds(),
        columns,
        efforts.stream().map(SelectorComparison.Effort::ranker).toList(),
        scores,
        cells,
        choices,
        agreement(scores),
        redundancy.among(IntStream.range(0, columns.size()).toArray()),
        efforts,
        absences);
  }

  private void addCells(
      String id,
      double retention,
      int place,
      List<Trial> trials,
      List<SelectorComparison.Cell> cells) {
    for (int p = 0; p < config.predictors().size(); p++) {
      int predictor = p;
      double[] folds =
          trials.stream().mapToDouble(trial -> trial.qualities()[place][predictor]).toArray();
      cells.add(
          new SelectorComparison.Cell(
              id,
              retention,
              EvaluationConfig.kept(retention, columns.size()),
              config.predictors().get(p),
              Arrays.stream(folds).average().orElseThrow(),
              deviation(folds)));
    }
  }

  private SelectorComparison.Choice choice(
      String id, double retention, List<Trial> trials, Redundancy redundancy) {
    int count = EvaluationConfig.kept(retention, columns.size());
    List<List<String>> chosen = trials.stream().map(trial -> trial.ranking().top(count)).toList();
    double among =
        chosen.stream()
            .mapToDouble(names -> redundancy.among(names.stream().mapToInt(place::get).toArray()))
            .average()
            .orElseThrow();
    return new SelectorComparison.Choice(
        id, retention, Stability.of(chosen, columns.size()), among, chosen);
  }

  /** Of the columns as numbers, categories by their order. */
  private Redundancy redundancy() {
    return new Redundancy(
        j -> {
          double[] column = new double[numbers.rows()];
          numbers.copyColumn(j, column);
          return column;
        });
  }

  /** Mean over the folds of each ranker's scores, by ranker and column. */
  private double[][] scores(List<List<Trial>> trials) {
    double[][] scores = new double[trials.size()][columns.size()];
    for (int ranker = 0; ranker < scores.length; ranker++) {
      for (Trial trial : trials.get(ranker)) {
        for (FeatureScore score : trial.ranking().scores()) {
          Integer column = place.get(score.feature()); // none for a combination or a control
          if (column != null) {
            scores[ranker][column] += score.score() / trials.get(ranker).size();
          }
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
