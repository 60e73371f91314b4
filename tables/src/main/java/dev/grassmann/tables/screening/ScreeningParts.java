package dev.grassmann.tables.screening;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.result.FeatureScore;
import dev.grassmann.core.result.FeatureScore.Role;
import dev.grassmann.core.result.SideMeasure;
import dev.grassmann.core.run.Permutation;
import dev.grassmann.core.run.Run;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Screening in parts, for a table that no machine holds whole: each column is scored where it lies,
 * with the target beside it, and what the columns say is put together in one place. {@link
 * MiScreening} is made of the same parts, so the scores are the same to the last bit. It is sent to
 * where the columns are, and so serializable.
 *
 * <p>There is one task a column, in order, and after them one a control: a column with its rows in
 * a random order, which says what a column scores that has nothing to do with the target.
 */
public final class ScreeningParts implements Serializable {
  /** Columns named in a warning. */
  private static final int NAMED = 5;

  private final String table;
  private final MiScreeningConfig config;
  private final List<String> columns;

  /**
   * @param table what the table is called in messages
   * @param columnNames all columns of the table, in its order
   * @throws InputException where a column that the config names is not there, or nothing but the
   *     target is left
   */
  public ScreeningParts(String table, List<String> columnNames, MiScreeningConfig config) {
    this.table = table;
    this.config = Options.check(config);
    Set<String> known = new HashSet<>(columnNames);
    List<String> named = config.columns().isEmpty() ? columnNames : config.columns();
    for (String name : named) {
      require(name, known, columnNames);
    }
    require(config.target(), known, columnNames);
    columns = named.stream().filter(name -> !name.equals(config.target())).toList();
    if (columns.isEmpty()) {
      throw new InputException(
          "there is no column but the target '" + config.target() + "'",
          table,
          "give a table with columns to rank");
    }
  }

  private void require(String name, Set<String> known, List<String> columnNames) {
    if (!known.contains(name)) {
      throw Table.noColumn(name, columnNames, table);
    }
  }

  /** The columns to be scored, in order. */
  public List<String> columns() {
    return columns;
  }

  /** Number of tasks: columns and controls. */
  public int tasks() {
    return columns.size() + config.controls();
  }

  /**
   * The column that a task needs, as its place in {@link #columns}.
   *
   * @param task 0 to {@code tasks() - 1}
   */
  public int columnOf(int task, Run run) {
    return task < columns.size() ? task : control(task, run).nextInt(columns.size());
  }

  private SplittableRandom control(int task, Run run) {
    return run.random("screening control " + (task - columns.size()));
  }

  /**
   * What scores columns against the target; one object a thread.
   *
   * @throws InputException for a target of fewer than 30 rows with a value, an infinite number, one
   *     value only, text where numbers were asked for, or more than 20 classes
   */
  public ColumnScorer scorer(Column target, Run run) {
    return new ColumnScorer(config, Target.of(target, config.task(), table), run.seed());
  }

  /**
   * Does one task.
   *
   * @param column the one of {@link #columnOf}, with as many rows as the target
   * @throws InputException for an infinite number in the column
   */
  public ScreenedColumn score(int task, Column column, ColumnScorer scorer, Run run) {
    Variable variable = Variable.of(column, config.discreteValues());
    if (task < columns.size()) {
      requireFinite(variable);
    } else {
      SplittableRandom random = control(task, run);
      random.nextInt(columns.size()); // the column
      variable = variable.permuted(Permutation.of(variable.rows(), random), variable.name());
    }
    Pairwise.Score score = scorer.score(variable);
    return new ScreenedColumn(task, score.score(), score.line(), score.rows(), score.constant());
  }

  private void requireFinite(Variable x) {
    if (x instanceof Variable.Quantity quantity) {
      for (int row = 0; row < quantity.rows(); row++) {
        if (Double.isInfinite(quantity.values()[row])) {
          throw new InputException(
              "column '" + x.name() + "' holds " + quantity.values()[row],
              table + " row " + (row + 1),
              "leave the row out or mend the number");
        }
      }
    }
  }

  /**
   * The ranking that all tasks make; what is kept is its selection, best first.
   *
   * @param screened one a task, in order
   * @param rows of the table
   */
  public FeatureRanking ranking(List<ScreenedColumn> screened, long rows, Run run) {
    List<FeatureScore> features = new ArrayList<>();
    Map<String, Double> lines = new LinkedHashMap<>();
    for (ScreenedColumn one : screened) {
      boolean control = one.task() >= columns.size();
      String name = columns.get(columnOf(one.task(), run));
      String feature =
          control ? "control " + (one.task() - columns.size() + 1) + ": " + name : name;
      features.add(
          new FeatureScore(
              feature,
              control ? Role.CONTROL : Role.COLUMN,
              one.score(),
              Double.NaN,
              1,
              0,
              100.0 * one.rows() / rows));
      lines.put(feature, one.line());
    }
    warnOfConstants(screened, run);
    return ranking(features, lines, rows);
  }

  private FeatureRanking ranking(
      List<FeatureScore> features, Map<String, Double> lines, long rows) {
    Estimator estimator = config.estimator();
    boolean linfoot = config.scale() == MiScreeningConfig.Scale.LINFOOT;
    boolean nats = config.scale() == MiScreeningConfig.Scale.NATS;
    FeatureRanking plain =
        new FeatureRanking(
            "Mutual information screening",
            linfoot ? "informational correlation" : estimator.measure(),
            linfoot ? "" : nats ? "nats" : estimator.unit(),
            config.target(),
            table,
            rows,
            features,
            Double.NaN,
            List.of(),
            List.of(),
            Map.of(),
            estimator == Estimator.PEARSON
                ? List.of()
                : List.of(new SideMeasure("|Pearson r|", lines)));
    List<String> order = aboveThreshold(plain);
    return plain.selecting(order.subList(0, Math.min(most(rows), order.size())), List.of());
  }

  /** Columns that may be kept, best first. */
  List<String> aboveThreshold(FeatureRanking ranking) {
    return ranking.scores().stream()
        .filter(s -> s.role() == Role.COLUMN)
        .filter(s -> s.score() > 0 && s.score() >= config.threshold())
        .map(FeatureScore::feature)
        .toList();
  }

  /** How many columns are kept at most: as many as were asked for, or the customary rows / ln. */
  int most(long rows) {
    return config.top() > 0
        ? config.top()
        : (int) Math.min(Integer.MAX_VALUE, Math.max(1, Math.floor(rows / Math.log(rows))));
  }

  private void warnOfConstants(List<ScreenedColumn> screened, Run run) {
    List<String> constant =
        screened.stream()
            .filter(one -> one.constant() && one.task() < columns.size())
            .map(one -> columns.get(one.task()))
            .toList();
    if (!constant.isEmpty()) {
      String some = String.join(", ", constant.subList(0, Math.min(NAMED, constant.size())));
      String more = constant.size() > NAMED ? " and " + (constant.size() - NAMED) + " more" : "";
      run.warn("one value where the target has any, so that the score is 0: " + some + more);
    }
  }
}
