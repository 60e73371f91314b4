package dev.grassmann.tables;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.result.FeatureScore;
import dev.grassmann.core.run.Progress;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.core.run.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Ranks the columns of a table by a selector's scores on folds: scaling and learning see a fold's
 * training rows only, scores are divided by their sum, those of a column's features are added, and
 * the mean over the folds ranks.
 */
public final class FoldedRanking {
  private final RankingQuestion question;
  private final Table table;
  private final DesignMatrix matrix;
  private final Outcomes outcomes;
  private final Folds folds;
  private final Run run;

  /**
   * Reads the table as numbers and deals its rows into folds.
   *
   * @throws InputException where {@link DesignMatrix} or {@link Outcomes} refuse, or there are
   *     fewer rows than two a fold
   */
  public FoldedRanking(Table table, RankingQuestion question, Run run) {
    this.question = question;
    this.table = table;
    this.run = run;
    this.outcomes = Outcomes.of(table, question.target(), question.task());
    this.matrix =
        DesignMatrix.of(
            table, question.columns(), question.target(), question.encoding(), question.missing());
    if (table.rows() < 2 * question.folds()) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "%,d rows are fewer than two for each of %,d folds",
              table.rows(),
              question.folds()),
          table.name(),
          "give more rows, or fewer --folds");
    }
    this.folds = Folds.deal(outcomes, question.folds(), run.random("folds"));
  }

  public DesignMatrix matrix() {
    return matrix;
  }

  public Outcomes outcomes() {
    return outcomes;
  }

  /**
   * The ranking.
   *
   * @param method who ranks
   * @param measure what the scores are
   * @param repeats trainings a fold, each with a seed of its own
   */
  public FeatureRanking rank(Selector selector, String method, String measure, int repeats) {
    int tasks = folds.count() * repeats;
    FoldProgress progress = new FoldProgress(run, tasks);
    int threads = selector.sharesThreads() ? run.threads() : Math.max(1, run.threads() / tasks);
    int sideBySide = selector.sharesThreads() ? 1 : run.threads();
    Run quiet = run.but().threads(sideBySide).progress(Progress.silent()).build();
    List<double[]> scores =
        Workers.map(
            tasks,
            "folds",
            quiet,
            () -> null,
            (task, none) -> {
              Run inner = inner(task, repeats, threads, selector, progress.of(task));
              double[] score = score(selector, task / repeats, inner);
              inner.warnings().stream()
                  .filter(warning -> !run.warnings().contains(warning))
                  .forEach(run::warn);
              return matrix.bySource(normalised(score));
            });
    List<FeatureScore> ranked = new ArrayList<>();
    for (int j = 0; j < matrix.sources().size(); j++) {
      int column = j;
      double[] each = scores.stream().mapToDouble(score -> score[column]).toArray();
      ranked.add(
          new FeatureScore(
              matrix.sources().get(j),
              FeatureScore.Role.COLUMN,
              Arrays.stream(each).average().orElseThrow(),
              deviation(each),
              tasks,
              0,
              Double.NaN));
    }
    return new FeatureRanking(
        method, measure, "", outcomes.name(), table.name(), table.rows(), ranked);
  }

  /** How many of some columns a share is: rounded up, at least 1. */
  public static int kept(double share, int columns) {
    // a share times a count that should be whole may come out above it by rounding
    return Math.max(1, Math.min(columns, (int) Math.ceil(share * columns - 1e-9)));
  }

  /**
   * Divided by the sum of what is positive; unchanged where nothing is. Scores without negatives
   * then add up to 1, and a negative score, which a knock-out can have, keeps its sign.
   */
  public static double[] normalised(double[] scores) {
    double sum = Arrays.stream(scores).filter(score -> score > 0).sum();
    return sum > 0 ? Arrays.stream(scores).map(score -> score / sum).toArray() : scores.clone();
  }

  private double[] score(Selector selector, int fold, Run inner) {
    int[] rows = folds.training(fold);
    Scaling scaling = Scaling.fit(selector.scaling(), matrix, rows);
    return selector.score(
        Sample.of(matrix, outcomes, scaling, rows),
        Sample.of(matrix, outcomes, scaling, folds.validation(fold)),
        inner);
  }

  private Run inner(int task, int repeats, int threads, Selector selector, FoldProgress.Part part) {
    Run.Builder builder =
        run.but().seed(run.seed() + task % repeats).threads(threads).progress(part);
    if (run.folder().isPresent()) {
      builder.folder(
          selector.keepsCheckpoints()
              ? RunFolder.at(run.folder().get().file("training-" + (task + 1)))
              : null);
    }
    return builder.build();
  }

  private static double deviation(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1));
  }
}
