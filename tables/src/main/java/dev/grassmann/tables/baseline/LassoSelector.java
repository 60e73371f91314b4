package dev.grassmann.tables.baseline;

import dev.grassmann.core.run.Run;
import dev.grassmann.tables.Folds;
import dev.grassmann.tables.Outcomes;
import dev.grassmann.tables.Sample;
import dev.grassmann.tables.Scaling;
import dev.grassmann.tables.Selector;
import dev.grassmann.tables.predict.Liblinear;

/** Absolute weights under an l1 penalty: for numbers the penalty is chosen by folds. */
record LassoSelector(LassoConfig config) implements Selector {
  private static final double SMALLEST = 1e-3; // of the largest penalty

  @Override
  public Scaling.Kind scaling() {
    return Scaling.Kind.STANDARD;
  }

  @Override
  public double[] score(Sample training, Sample validation, Run run) {
    return training.outcomes() instanceof Outcomes.Numbers numbers
        ? regression(training, numbers, run)
        : classification(training, run);
  }

  /** Mean over the classes of the absolute weights. */
  private double[] classification(Sample training, Run run) {
    double[][] weights =
        new Liblinear(Liblinear.Solver.LOGISTIC_L1, config.c(), 1e-4, 5000).weights(training, run);
    double[] scores = new double[training.features()];
    for (double[] ofClass : weights) {
      for (int j = 0; j < scores.length; j++) {
        scores[j] += Math.abs(ofClass[j]) / weights.length;
      }
    }
    return scores;
  }

  private double[] regression(Sample training, Outcomes.Numbers numbers, Run run) {
    LassoPath whole = new LassoPath(training.columns(), numbers.values());
    double[] alphas = alphas(whole.largest());
    int count = Math.min(config.inner(), training.rows());
    Folds folds = Folds.deal(numbers, count, run.random("lasso folds"));
    double[] errors = new double[alphas.length];
    for (int fold = 0; fold < count; fold++) {
      Sample inside = training.pick(folds.training(fold));
      Sample outside = training.pick(folds.validation(fold));
      LassoPath path =
          new LassoPath(inside.columns(), ((Outcomes.Numbers) inside.outcomes()).values());
      for (int a = 0; a < alphas.length; a++) {
        run.step("penalties", fold * (long) alphas.length + a, (long) count * alphas.length);
        path.descend(alphas[a]);
        errors[a] +=
            path.error(outside.columns(), ((Outcomes.Numbers) outside.outcomes()).values());
      }
    }
    int best = 0;
    for (int a = 1; a < alphas.length; a++) {
      best = errors[a] < errors[best] ? a : best;
    }
    for (int a = 0; a <= best; a++) {
      whole.descend(alphas[a]);
    }
    double[] scores = whole.weights();
    for (int j = 0; j < scores.length; j++) {
      scores[j] = Math.abs(scores[j]);
    }
    return scores;
  }

  private double[] alphas(double largest) {
    double[] alphas = new double[config.penalties()];
    for (int a = 0; a < alphas.length; a++) {
      alphas[a] = largest * Math.pow(SMALLEST, alphas.length == 1 ? 0 : a / (alphas.length - 1.0));
    }
    return alphas;
  }
}
