package dev.grassmann.tables.evaluation;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.run.Permutation;
import dev.grassmann.core.run.Run;
import dev.grassmann.tables.DesignMatrix;
import dev.grassmann.tables.Outcomes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Compares rankers of columns by nested cross-validation: within each fold a ranker sees the
 * training rows, its best columns are handed to predictors, and the rows held out judge them. A
 * ranker that refuses the table, or takes too long, is left out of the comparison and named with
 * its reason.
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
   * @throws InputException where the table or the target cannot be used, or no ranker can rank it
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

  @Override
  public SelectorComparison run(Table table, EvaluationConfig config, Run run) {
    Options.check(config);
    requireSome(config);
    List<Ranker> rankers = Ranker.of(config.rankers(), config.settings());
    Table drawn = drawn(table, config, run);
    Outcomes outcomes = Outcomes.of(drawn, config.target(), config.task());
    List<String> columns = new ArrayList<>(drawn.columnNames());
    columns.remove(config.target());
    DesignMatrix numbers = // refuses what the predictors cannot use, before anything is ranked
        DesignMatrix.of(
            drawn, columns, config.target(), DesignMatrix.Encoding.ORDINAL, config.missing());
    config.retentions().forEach(retention -> EvaluationConfig.kept(retention, columns.size()));
    if (drawn.rows() < 4 * config.folds()) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "%,d rows are fewer than four for each of %,d folds",
              drawn.rows(),
              config.folds()),
          drawn.name(),
          "give more rows, or fewer --folds");
    }
    Trials trials = new Trials(config, rankers, columns, run);
    List<List<Trial>> tried = trials.of(drawn, outcomes);
    Map<String, InputException> absent = trials.absent();
    if (absent.size() == rankers.size()) {
      throw absent.get(rankers.get(0).id());
    }
    return new Verdicts(drawn, numbers, outcomes, config, columns).of(rankers, tried, absent);
  }

  /** Some of the rows, in their order, each with the same chance. */
  private static Table drawn(Table table, EvaluationConfig config, Run run) {
    if (config.rows() == 0 || config.rows() >= table.rows()) {
      return table;
    }
    int[] order = Permutation.fromTheEnd(table.rows(), run.random("rows of the evaluation"));
    int[] rows = Arrays.copyOf(order, config.rows());
    Arrays.sort(rows);
    return table.pick(rows);
  }

  private static void requireSome(EvaluationConfig config) {
    if (config.retentions().isEmpty() || config.predictors().isEmpty()) {
      throw new InputException(
          "nothing is given",
          config.retentions().isEmpty() ? "--retentions" : "--predictors",
          "give one at least");
    }
  }
}
