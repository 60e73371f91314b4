package dev.grassmann.tables.quickselection;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.tables.quickselection.QuickSelectionConfig.Scaling;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntFunction;

/**
 * Labelled data by the paper's protocol: four fifths of the rows train, scales are theirs, the rest
 * tests.
 *
 * @param training scaled rows to train on
 * @param judgement all rows, by the same scales
 * @param raw training rows as they are, kept columns only
 */
record Experiment(Cells training, Judgement judgement, Vectors raw) {
  private static final long SPLIT = 42;

  static Experiment of(Vectors data, int[] codes, int classes, Run run) {
    Run split = run.but().seed(SPLIT).build();
    Judgement dealt = Judgement.split(null, codes, classes, split);
    Vectors rows = data.rows(dealt.train());
    Prepared prepared = Prepared.of(rows, Scaling.STANDARD, "training rows", run);
    Cells.Streamed scaled = (Cells.Streamed) prepared.cells();
    int columns = scaled.columns();
    float[] training = new float[rows.n() * columns];
    float[] raw = new float[rows.n() * columns];
    float[] row = new float[columns];
    float[] whole = new float[data.d()];
    for (int i = 0; i < rows.n(); i++) {
      scaled.copyRow(i, row);
      System.arraycopy(row, 0, training, i * columns, columns);
      rows.copyRow(i, whole);
      for (int c = 0; c < columns; c++) {
        raw[i * columns + c] = whole[prepared.kept()[c]];
      }
    }
    Cells all = new Cells.Streamed(data, prepared.kept(), scaled.scale());
    return new Experiment(
        new Cells.Dense(training, rows.n(), columns),
        new Judgement(all, codes, classes, dealt.train(), dealt.test()),
        Vectors.of(raw, rows.n(), columns));
  }

  int columns() {
    return training.columns();
  }

  /** Strengths after each epoch. */
  float[][] trajectory(QuickSelectionConfig config, Run run) {
    return new Training(training, config, run).train().trajectory();
  }

  double[] variances() {
    double[] variance = new double[columns()];
    float[] all = raw.toArray();
    for (int j = 0; j < variance.length; j++) {
      double sum = 0;
      double squares = 0;
      for (int i = 0; i < raw.n(); i++) {
        double number = all[i * raw.d() + j];
        sum += number;
        squares += number * number;
      }
      variance[j] = squares / raw.n() - sum / raw.n() * (sum / raw.n());
    }
    return variance;
  }

  /** Columns of the k largest scores, best first; of equal ones those that come first. */
  static int[] top(IntFunction<? extends Number> score, int columns, int k) {
    Integer[] order = new Integer[columns];
    Arrays.setAll(order, j -> j);
    Arrays.sort(
        order, Comparator.comparingDouble((Integer j) -> score.apply(j).doubleValue()).reversed());
    return Arrays.stream(order).limit(k).mapToInt(Integer::intValue).toArray();
  }

  static int[] top(float[] score, int k) {
    return top(j -> score[j], score.length, k);
  }

  static int[] top(double[] score, int k) {
    return top(j -> score[j], score.length, k);
  }

  /** k columns drawn at random. */
  int[] random(int k, Run run) {
    var random = run.random("random columns");
    double[] score = random.doubles(columns()).toArray();
    return top(score, k);
  }
}
