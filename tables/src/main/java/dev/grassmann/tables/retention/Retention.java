package dev.grassmann.tables.retention;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.result.RetentionCurve;
import dev.grassmann.core.run.Run;
import dev.grassmann.tables.DesignMatrix;
import dev.grassmann.tables.Folds;
import dev.grassmann.tables.Outcomes;
import dev.grassmann.tables.Sample;
import dev.grassmann.tables.Scaling;
import dev.grassmann.tables.predict.Quality;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * Draws retention curves: a model learns from the best 1, 2, 3, ... columns of a ranking and is
 * judged on rows that neither it nor the ranking has seen. A curve of columns in random order shows
 * what a ranking adds.
 */
public final class Retention {
  private static final int RANDOM_ORDERS = 3;

  private final Table table;
  private final String target;
  private final RetentionConfig config;
  private final Run run;
  private final Outcomes outcomes;
  private final int[] training;
  private final int[] heldOut;
  private final Map<Set<String>, Double> known = new HashMap<>();

  /**
   * Holds rows out, evenly over the classes.
   *
   * @throws InputException where {@link Outcomes} refuses the target, or too few rows are left
   */
  public Retention(Table table, String target, RetentionConfig config, Run run) {
    this.table = table;
    this.target = target;
    this.config = config;
    this.run = run;
    this.outcomes = Outcomes.of(table, target, Outcomes.Task.AUTO);
    int parts = (int) Math.round(1 / config.heldOut());
    if (table.rows() < 2 * parts) {
      throw new InputException(
          String.format(Locale.ROOT, "%,d rows are too few to hold some out", table.rows()),
          table.name(),
          "give more rows, or --judge none");
    }
    Folds folds = Folds.deal(outcomes, parts, run.random("rows held out"));
    this.training = folds.training(0);
    this.heldOut = folds.validation(0);
  }

  /** The rows that rankings may see. */
  public Table training() {
    return table.pick(training);
  }

  /** What the curves' scores are, e.g. {@code macro F1 of a random forest}. */
  public String measure() {
    return config.judge().measure(outcomes);
  }

  /** One curve a ranking, and one of columns in random order. */
  public List<RetentionCurve> curves(List<FeatureRanking> rankings) {
    List<List<String>> orders = new ArrayList<>();
    int most = Integer.MAX_VALUE;
    for (FeatureRanking ranking : rankings) {
      // a combination is no column of the table
      List<String> order =
          ranking.best(ranking.scores().size()).stream().filter(table::has).toList();
      orders.add(order);
      most = Math.min(most, order.size());
    }
    List<Integer> counts = counts(most);
    List<RetentionCurve> curves = new ArrayList<>();
    for (int i = 0; i < orders.size(); i++) {
      List<RetentionCurve.Point> points = new ArrayList<>();
      for (int count : counts) {
        run.step("judging " + rankings.get(i).method(), points.size(), counts.size());
        points.add(new RetentionCurve.Point(count, score(orders.get(i).subList(0, count))));
      }
      curves.add(new RetentionCurve(rankings.get(i).method(), points));
    }
    curves.add(random(orders.get(0), counts));
    return curves;
  }

  private List<Integer> counts(int most) {
    if (!config.retained().isEmpty()) {
      return config.retained().stream().filter(k -> k <= most).distinct().sorted().toList();
    }
    List<Integer> counts = new ArrayList<>();
    int last = 1;
    for (int next = 1; next < most; ) { // Fibonacci's numbers: even steps on a logarithmic axis
      counts.add(next);
      int sum = last + next;
      last = next;
      next = sum;
    }
    counts.add(most);
    return counts;
  }

  private RetentionCurve random(List<String> columns, List<Integer> counts) {
    double[] sums = new double[counts.size()];
    SplittableRandom random = run.random("columns in random order");
    List<String> order = new ArrayList<>(columns);
    for (int turn = 0; turn < RANDOM_ORDERS; turn++) {
      for (int i = order.size() - 1; i > 0; i--) {
        order.set(i, order.set(random.nextInt(i + 1), order.get(i)));
      }
      for (int c = 0; c < sums.length; c++) {
        run.step("judging random orders", turn * sums.length + c, RANDOM_ORDERS * sums.length);
        sums[c] += score(order.subList(0, counts.get(c))) / RANDOM_ORDERS;
      }
    }
    List<RetentionCurve.Point> points = new ArrayList<>();
    for (int c = 0; c < sums.length; c++) {
      points.add(new RetentionCurve.Point(counts.get(c), sums[c]));
    }
    return new RetentionCurve("random order", points);
  }

  /** The same columns in another order are the same question. */
  private double score(List<String> columns) {
    return known.computeIfAbsent(new TreeSet<>(columns), set -> judge(new ArrayList<>(set)));
  }

  private double judge(List<String> columns) {
    boolean forest = config.judge() == RetentionConfig.Judge.FOREST;
    DesignMatrix matrix =
        DesignMatrix.of(
            table,
            columns,
            target,
            forest ? DesignMatrix.Encoding.ORDINAL : DesignMatrix.Encoding.ONE_HOT,
            DesignMatrix.Missing.MEAN);
    int[] rows = drawn(training, "rows to learn from");
    Scaling scaling = Scaling.fit(Scaling.Kind.STANDARD, matrix, rows);
    Sample learn = Sample.of(matrix, outcomes, scaling, rows);
    Sample test = Sample.of(matrix, outcomes, scaling, drawn(heldOut, "rows to judge on"));
    return Quality.of(
        config.judge().predictor(outcomes).fit(learn, run).outputs(test), test.outcomes());
  }

  /** At most so many rows as the model may see, ascending. */
  private int[] drawn(int[] rows, String purpose) {
    if (rows.length <= config.judgeRows()) {
      return rows;
    }
    int[] all = rows.clone();
    SplittableRandom random = run.random(purpose);
    for (int i = 0; i < config.judgeRows(); i++) {
      int j = i + random.nextInt(all.length - i);
      int moved = all[i];
      all[i] = all[j];
      all[j] = moved;
    }
    int[] drawn = Arrays.copyOf(all, config.judgeRows());
    Arrays.sort(drawn);
    return drawn;
  }
}
