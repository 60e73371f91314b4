package dev.grassmann.tables.screening;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.result.FeatureScore;
import dev.grassmann.core.result.FeatureScore.Role;
import dev.grassmann.core.result.PairScore;
import dev.grassmann.core.result.SideMeasure;
import dev.grassmann.core.run.Permutation;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Screening by mutual information: ranks columns, one at a time, by how much they depend on a
 * target, whatever the form of the dependence, and keeps the best.
 *
 * <pre>{@code
 * FeatureRanking ranking = new MiScreening().rank(table, "extent");
 * }</pre>
 */
public final class MiScreening implements Method<Table, MiScreeningConfig, FeatureRanking> {
  /** Columns named in a warning. */
  private static final int NAMED = 5;

  private final MiScreeningConfig config;

  /** With {@link MiScreeningConfig#DEFAULTS}. */
  public MiScreening() {
    this(MiScreeningConfig.DEFAULTS);
  }

  public MiScreening(MiScreeningConfig config) {
    this.config = Options.check(config);
  }

  /**
   * Ranks all columns against one of them, on all processors, with seed 0.
   *
   * @throws InputException as {@link #run}
   */
  public FeatureRanking rank(Table table, String target) {
    return run(table, config.with("target", target), Run.local());
  }

  @Override
  public MethodInfo info() {
    return new MethodInfo(
        4,
        "mi-screening",
        "rank",
        "Mutual information screening",
        "Yang et al. 2024, fastHDMI (arXiv 2410.10082)",
        "ranks columns by mutual information from kernel densities, bins or neighbours",
        false);
  }

  @Override
  public Class<Table> input() {
    return Table.class;
  }

  @Override
  public MiScreeningConfig defaults() {
    return config;
  }

  /**
   * Ranks columns. A row where the column or the target is missing is left out for that column.
   *
   * @throws InputException for a target that does not exist, has one value, has values in fewer
   *     than 30 rows, holds text where numbers were asked for, or more than 20 classes; for an
   *     infinite number in a column; for a table of nothing but the target
   */
  @Override
  public FeatureRanking run(Table table, MiScreeningConfig config, Run run) {
    Options.check(config);
    Variable target = Target.of(table.column(config.target()), config.task(), table.name());
    List<Column> columns = columns(table, config);
    List<int[]> controls = controls(columns.size(), table.rows(), config, run);
    List<Pairwise.Score> scores = new ArrayList<>();
    List<Double> lines = new ArrayList<>();
    score(table, columns, controls, target, config, run, scores, lines);

    FeatureRanking plain = ranking(table, columns, controls, config, scores, lines);
    FeatureRanking ranking = selected(table, plain, config, run);
    warnOfConstants(columns, scores, run);
    return ranking;
  }

  /** The target and the kept columns of a ranking, best first, as a table. */
  public static Table kept(Table table, FeatureRanking ranking) {
    List<String> names = new ArrayList<>(List.of(ranking.target()));
    names.addAll(ranking.selection());
    return table.select(names);
  }

  private static List<Column> columns(Table table, MiScreeningConfig config) {
    List<String> names = config.columns().isEmpty() ? table.columnNames() : config.columns();
    List<Column> columns =
        names.stream().filter(n -> !n.equals(config.target())).map(table::column).toList();
    if (columns.isEmpty()) {
      throw new InputException(
          "there is no column but the target '" + config.target() + "'",
          table.name(),
          "give a table with columns to rank");
    }
    return columns;
  }

  /** Which column each control is, then the order of its rows. */
  private static List<int[]> controls(int columns, int rows, MiScreeningConfig config, Run run) {
    SplittableRandom random = run.random("screening controls");
    List<int[]> controls = new ArrayList<>();
    for (int c = 0; c < config.controls(); c++) {
      int column = random.nextInt(columns);
      int[] order = Arrays.copyOf(Permutation.of(rows, random), rows + 1);
      order[rows] = column;
      controls.add(order);
    }
    return controls;
  }

  /** Scores, and the size of the correlation with a line beside each that has one. */
  private static void score(
      Table table,
      List<Column> columns,
      List<int[]> controls,
      Variable target,
      MiScreeningConfig config,
      Run run,
      List<Pairwise.Score> scores,
      List<Double> lines) {
    /* a thread's own arrays */
    record Scratch(Pairwise chosen, Pairwise line) {}
    /* what came out for one column */
    record Both(Pairwise.Score chosen, double line) {}
    List<Both> both =
        Workers.map(
            columns.size() + controls.size(),
            "screening",
            run,
            () ->
                new Scratch(
                    new Pairwise(ColumnScorer.measure(config, run.seed()), target),
                    new Pairwise(new PearsonMeasure(), target)),
            (i, scratch) -> {
              Variable x = variable(table, columns, controls, i, config);
              Pairwise.Score chosen = scratch.chosen.of(x);
              double line =
                  config.estimator() == Estimator.PEARSON
                      ? chosen.score()
                      : scratch.line.of(x).score();
              return new Both(chosen, line);
            });
    for (Both one : both) {
      scores.add(one.chosen);
      lines.add(one.line);
    }
  }

  private static Variable variable(
      Table table, List<Column> columns, List<int[]> controls, int i, MiScreeningConfig config) {
    if (i < columns.size()) {
      Column column = columns.get(i);
      Variable x = Variable.of(column, config.discreteValues());
      requireFinite(x, table);
      return x;
    }
    int[] order = controls.get(i - columns.size());
    Column column = columns.get(order[order.length - 1]);
    int[] rows = Arrays.copyOf(order, order.length - 1);
    return Variable.of(column, config.discreteValues()).permuted(rows, column.name());
  }

  private static void requireFinite(Variable x, Table table) {
    if (x instanceof Variable.Quantity quantity) {
      for (int row = 0; row < quantity.rows(); row++) {
        if (Double.isInfinite(quantity.values()[row])) {
          throw new InputException(
              "column '" + x.name() + "' holds " + quantity.values()[row],
              table.name() + " row " + (row + 1),
              "leave the row out or mend the number");
        }
      }
    }
  }

  private static FeatureRanking ranking(
      Table table,
      List<Column> columns,
      List<int[]> controls,
      MiScreeningConfig config,
      List<Pairwise.Score> scores,
      List<Double> lines) {
    List<FeatureScore> features = new ArrayList<>();
    Map<String, Double> correlations = new LinkedHashMap<>();
    for (int i = 0; i < scores.size(); i++) {
      boolean control = i >= columns.size();
      int[] order = control ? controls.get(i - columns.size()) : null;
      String name = columns.get(control ? order[order.length - 1] : i).name();
      String feature = control ? "control " + (i - columns.size() + 1) + ": " + name : name;
      Pairwise.Score score = scores.get(i);
      features.add(
          new FeatureScore(
              feature,
              control ? Role.CONTROL : Role.COLUMN,
              ColumnScorer.scaled(score.score(), config),
              Double.NaN,
              1,
              0,
              100.0 * score.rows() / table.rows()));
      correlations.put(feature, lines.get(i));
    }
    Estimator estimator = config.estimator();
    boolean linfoot = config.scale() == MiScreeningConfig.Scale.LINFOOT;
    boolean nats = config.scale() == MiScreeningConfig.Scale.NATS;
    List<SideMeasure> beside =
        estimator == Estimator.PEARSON
            ? List.of()
            : List.of(new SideMeasure("|Pearson r|", correlations));
    return new FeatureRanking(
        "Mutual information screening",
        linfoot ? "informational correlation" : estimator.measure(),
        linfoot ? "" : nats ? "nats" : estimator.unit(),
        config.target(),
        table.name(),
        table.rows(),
        features,
        Double.NaN,
        List.of(),
        List.of(),
        Map.of(),
        beside);
  }

  /** Adds what is kept: the best, above the threshold, and no two of one clump. */
  private static FeatureRanking selected(
      Table table, FeatureRanking plain, MiScreeningConfig config, Run run) {
    int customary = (int) Math.max(1, Math.floor(table.rows() / Math.log(table.rows())));
    int most = config.top() > 0 ? config.top() : customary;
    List<String> order =
        plain.scores().stream()
            .filter(s -> s.role() == Role.COLUMN)
            .filter(s -> s.score() > 0 && s.score() >= config.threshold())
            .map(FeatureScore::feature)
            .toList();
    List<String> kept = order.subList(0, Math.min(most, order.size()));
    List<PairScore> removed = List.of();
    if (config.clump() > 0) {
      Clumping.Clumps clumps = Clumping.of(table, order, most, config, run);
      kept = clumps.kept();
      removed = clumps.removed();
    }
    return new FeatureRanking(
        plain.method(),
        plain.measure(),
        plain.unit(),
        plain.target(),
        plain.table(),
        plain.rows(),
        plain.scores(),
        plain.ceiling(),
        removed,
        kept,
        plain.combined(),
        plain.beside());
  }

  private static void warnOfConstants(List<Column> columns, List<Pairwise.Score> scores, Run run) {
    List<String> constant = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (scores.get(i).constant()) {
        constant.add(columns.get(i).name());
      }
    }
    if (!constant.isEmpty()) {
      String some = String.join(", ", constant.subList(0, Math.min(NAMED, constant.size())));
      String more = constant.size() > NAMED ? " and " + (constant.size() - NAMED) + " more" : "";
      run.warn("one value where the target has any, so that the score is 0: " + some + more);
    }
  }
}
