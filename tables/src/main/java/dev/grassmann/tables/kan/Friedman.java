package dev.grassmann.tables.kan;

import dev.grassmann.core.run.Run;
import dev.grassmann.tables.Outcomes;
import dev.grassmann.tables.Sample;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Friedman's first function of five of 30 uniform columns: y = 10 sin(pi x0 x1) + 20 (x2 - 0.5)^2 +
 * 10 x3 + 5 x4 + 0.5 noise. Column 2 is a pure square about the middle: no linear method sees it.
 * Columns are given on [-1, 1], y standardised by the training rows.
 */
record Friedman(Sample training, Sample test) {
  static final int COLUMNS = 30;

  /** Columns that y depends on: 0 to 4. */
  static final int TRUE_COLUMNS = 5;

  private static final int TRAINING_ROWS = 480;
  private static final int ROWS = 600;

  static Friedman draw(Run run) {
    SplittableRandom random = run.random("friedman");
    double[][] columns = new double[COLUMNS][ROWS];
    double[] y = new double[ROWS];
    for (int row = 0; row < ROWS; row++) {
      double[] x = random.doubles(COLUMNS).toArray();
      y[row] =
          10 * Math.sin(Math.PI * x[0] * x[1])
              + 20 * (x[2] - 0.5) * (x[2] - 0.5)
              + 10 * x[3]
              + 5 * x[4]
              + 0.5 * random.nextGaussian();
      for (int j = 0; j < COLUMNS; j++) {
        columns[j][row] = 2 * x[j] - 1;
      }
    }
    int[] rows = IntStream.range(0, ROWS).toArray();
    Sample all = new Sample(columns, new Outcomes.Numbers("y", y));
    return new Friedman(
        all.pick(Arrays.copyOf(rows, TRAINING_ROWS)),
        all.pick(Arrays.copyOfRange(rows, TRAINING_ROWS, ROWS)));
  }

  /** How many of the best columns by a score are true ones, where as many are taken as are true. */
  static int recovered(double[] scores) {
    return (int) Arrays.stream(best(scores)).filter(j -> j < TRUE_COLUMNS).count();
  }

  /** The columns that a score puts first. */
  static int[] best(double[] scores) {
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted((a, b) -> Double.compare(scores[b], scores[a]))
        .limit(TRUE_COLUMNS)
        .mapToInt(j -> j)
        .toArray();
  }

  /** Share of the variance of y on rows held out that predictions explain. */
  double explained(double[] predictions) {
    double[] y = ((Outcomes.Numbers) test.outcomes()).values();
    double mean = Arrays.stream(y).average().orElseThrow();
    double off = 0;
    double all = 0;
    for (int i = 0; i < y.length; i++) {
      off += (y[i] - predictions[i]) * (y[i] - predictions[i]);
      all += (y[i] - mean) * (y[i] - mean);
    }
    return 1 - off / all;
  }
}
