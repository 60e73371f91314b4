package dev.grassmann.tables.baseline;

import dev.grassmann.core.run.Run;
import dev.grassmann.tables.Outcomes;
import dev.grassmann.tables.Sample;
import dev.grassmann.tables.Scaling;
import dev.grassmann.tables.Selector;
import dev.grassmann.tables.predict.Liblinear;
import java.util.Arrays;

/**
 * Learns linear support vectors, leaves out the features whose squared weights, summed over the
 * classes, are least, and learns anew, until one is left. A score is the number of rounds that a
 * feature has outlasted.
 */
record RfeSelector(RfeConfig config) implements Selector {
  private static final double TOLERANCE = 1e-4;
  private static final int PASSES = 5000;

  @Override
  public Scaling.Kind scaling() {
    return Scaling.Kind.STANDARD;
  }

  @Override
  public double[] score(Sample training, Sample validation, Run run) {
    Sample scaled = new Sample(training.columns(), standardised(training.outcomes()));
    Liblinear svm =
        new Liblinear(
            scaled.outcomes() instanceof Outcomes.Classes
                ? Liblinear.Solver.SVC
                : Liblinear.Solver.SVR,
            config.c(),
            TOLERANCE,
            PASSES);
    int d = training.features();
    int step = Math.max(1, (int) (config.share() * d));
    double[] scores = new double[d];
    int[] left = new int[d];
    Arrays.setAll(left, j -> j);
    for (int round = 1; left.length > 1; round++) {
      double[][] weights = svm.weights(scaled.select(left), run);
      int[] kept = best(squares(weights), left, Math.max(1, left.length - step));
      for (int j : kept) {
        scores[j] = round;
      }
      left = kept;
    }
    return scores;
  }

  private static double[] squares(double[][] weights) {
    double[] squares = new double[weights[0].length];
    for (double[] ofClass : weights) {
      for (int j = 0; j < squares.length; j++) {
        squares[j] += ofClass[j] * ofClass[j];
      }
    }
    return squares;
  }

  /** The features of the largest weights, ascending; of equals those that come later. */
  private static int[] best(double[] weights, int[] features, int count) {
    Integer[] order = new Integer[features.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(weights[a], weights[b]));
    return Arrays.stream(order)
        .skip(features.length - count)
        .mapToInt(i -> features[i])
        .sorted()
        .toArray();
  }

  /** So that the width of the tube and c mean the same whatever the target's unit. */
  private static Outcomes standardised(Outcomes outcomes) {
    if (!(outcomes instanceof Outcomes.Numbers numbers)) {
      return outcomes;
    }
    double[] values = numbers.values();
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    double deviation = squares > 0 ? Math.sqrt(squares / values.length) : 1;
    return new Outcomes.Numbers(
        numbers.name(), Arrays.stream(values).map(v -> (v - mean) / deviation).toArray());
  }
}
