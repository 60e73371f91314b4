package dev.grassmann.tables.evaluation;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.Workers;
import dev.grassmann.tables.DesignMatrix;
import dev.grassmann.tables.FoldedRanking;
import dev.grassmann.tables.Folds;
import dev.grassmann.tables.Outcomes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Compares rankers of columns by nested cross-validation: within each fold a ranker sees the
 * training rows, its best columns are handed to predictors, and the rows held out judge them.
 *
 * <pre>{@code
 * SelectorComparison comparison = new Evaluation().compare(table, "class");
 * }</pre>
 */
public final class Evaluation implements Method<Table, EvaluationConfig, SelectorComparison> {
  private final EvaluationConfig config;

  /** With {@link EvaluationConfig#DEFAULTS}. */
  public Evaluation() {
    this(EvaluationConfig.DEFAULTS);
  }

  public Evaluation(EvaluationConfig config) {
    this.config = config;
  }

  /**
   * Compares on all processors, with seed 0.
   *
   * @throws InputException where the table or the target cannot be used
   */
  public SelectorComparison compare(Table table, String target) {
    return run(table, config.with("target", target), Run.local());
  }

  @Override
  public MethodInfo info() {
    return new MethodInfo(
        2,
        "nested",
        "select",
        "Nested evaluation",
        "Akazan, Mbingui 2025 (arXiv 2509.23366)",
        "compares rankers by what can be predicted from the columns that they choose",
        true);
  }

  @Override
  public Class<Table> input() {
    return Table.class;
  }

  @Override
  public EvaluationConfig defaults() {
    return config;
  }

  /**
   * What one ranker gave in one fold: its ranking, and the qualities of each share and predictor.
   */
  private record Judged(FeatureRanking ranking, double[][] qualities) {}

  @Override
  public SelectorComparison run(Table table, EvaluationConfig config, Run run) {
    Options.check(config);
    requireSome(config);
    List<Ranker> rankers = Ranker.of(config.rankers());
    Outcomes outcomes = Outcomes.of(table, config.target(), config.task());
    List<String> columns = new ArrayList<>(table.columnNames());
    columns.remove(config.target());
    DesignMatrix numbers = // refuses what the predictors cannot use, before anything is ranked
        DesignMatrix.of(
            table, columns, config.target(), DesignMatrix.Encoding.ORDINAL, config.missing());
    if (table.rows() < 4 * config.folds()) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "%,d rows are fewer than four for each of %,d folds",
              table.rows(),
              config.folds()),
          table.name(),
          "give more rows, or fewer --folds");
    }
    List<FoldJudge> judges = new ArrayList<>();
    Folds folds = Folds.deal(outcomes, config.folds(), run.random("evaluation folds"));
    for (int fold = 0; fold < folds.count(); fold++) {
      judges.add(
          new FoldJudge(table, config, outcomes, folds.training(fold), folds.validation(fold)));
    }
    List<Judged> judged = judge(judges, rankers, columns, config, run);
    return new Verdicts(table, numbers, outcomes, config, columns)
        .of(rankers, rankings(judged, judges.size()), qualities(judged));
  }

  private static void requireSome(EvaluationConfig config) {
    if (config.retentions().isEmpty() || config.predictors().isEmpty()) {
      throw new InputException(
          "nothing is given",
          config.retentions().isEmpty() ? "--retentions" : "--predictors",
          "give one at least");
    }
  }

  /** For each fold all columns first, then each ranker. */
  private static List<Judged> judge(
      List<FoldJudge> judges,
      List<Ranker> rankers,
      List<String> columns,
      EvaluationConfig config,
      Run run) {
    int each = rankers.size() + 1;
    Map<String, Object> options = new HashMap<>();
    options.put("target", config.target());
    options.put("task", config.task());
    options.put("encoding", config.encoding());
    options.put("missing", config.missing());
    return Workers.map(
        judges.size() * each,
        "rankers and folds",
        run,
        () -> null,
        (task, none) -> {
          FoldJudge judge = judges.get(task / each);
          Run inner =
              Run.builder()
                  .seed(run.seed())
                  .device(run.device())
                  .threads(1)
                  .cancelled(run::isCancelled)
                  .build();
          if (task % each == 0) {
            return new Judged(null, new double[][] {judge.qualities(columns, inner)});
          }
          FeatureRanking ranking =
              rankers.get(task % each - 1).rank(judge.trainingTable(), options, inner);
          double[][] qualities = new double[config.retentions().size()][];
          for (int r = 0; r < qualities.length; r++) {
            int count = FoldedRanking.kept(config.retentions().get(r), columns.size());
            qualities[r] = judge.qualities(ranking.top(count), inner);
          }
          return new Judged(ranking, qualities);
        });
  }

  private static List<List<FeatureRanking>> rankings(List<Judged> judged, int folds) {
    int each = judged.size() / folds;
    List<List<FeatureRanking>> byRanker = new ArrayList<>();
    for (int ranker = 1; ranker < each; ranker++) {
      List<FeatureRanking> own = new ArrayList<>();
      for (int fold = 0; fold < folds; fold++) {
        own.add(judged.get(fold * each + ranker).ranking());
      }
      byRanker.add(own);
    }
    return byRanker;
  }

  private static List<double[][]> qualities(List<Judged> judged) {
    return Arrays.asList(judged.stream().map(Judged::qualities).toArray(double[][][]::new));
  }
}
