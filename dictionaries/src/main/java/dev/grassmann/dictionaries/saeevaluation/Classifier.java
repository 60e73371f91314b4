package dev.grassmann.dictionaries.saeevaluation;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.LibTorch;
import dev.grassmann.engine.linalg.Products;
import dev.grassmann.engine.train.OptimiserPlan;
import dev.grassmann.engine.train.Schedule;
import dev.grassmann.engine.train.Trainer;
import dev.grassmann.engine.train.TrainingPlan;
import java.util.List;

/**
 * A classifier of activations as what follows them, for data without a model: softmax regression on
 * standardised numbers.
 */
public final class Classifier implements Downstream {
  private static final int STEPS = 400;
  private static final int BATCH = 2_048;
  private static final double RATE = 0.02;
  private static final double DECAY = 1e-3;

  private final Vectors activations;
  private final String target;
  private final int[] labels;
  private final float[] weights; // d × classes, on numbers as they are
  private final float[] bias;

  private Classifier(
      Vectors activations, String target, int[] labels, float[] weights, float[] bias) {
    this.activations = activations;
    this.target = target;
    this.labels = labels;
    this.weights = weights;
    this.bias = bias;
  }

  /**
   * Learns an attribute.
   *
   * @param fit the rows learnt from, with their attributes
   * @param rows the rows that outputs will be asked for
   * @param attribute number of the attribute, the same in both
   */
  static Classifier fit(
      Vectors fit, Attributes fitted, Vectors rows, Attributes attributes, int attribute, Run run) {
    LibTorch.start(run);
    int d = fit.d();
    int classes = fitted.values(attribute).size();
    float[] x = fit.toArray();
    double[] mean = new double[d];
    double[] scale = new double[d];
    standardise(x, d, mean, scale);
    TrainingPlan plan =
        TrainingPlan.ofSteps(STEPS, BATCH)
            .with(OptimiserPlan.adamW(RATE, DECAY))
            .with(Schedule.cosine(0));
    Run inner = run.but().folder(null).resume(false).device("cpu").build();
    int[] labels = labels(fitted, attribute);
    try (SoftmaxLearner learner = new SoftmaxLearner(labels, d, classes)) {
      new Trainer(plan, inner).train(learner, Vectors.of(x, fit.n(), d));
      float[] weights = learner.weights();
      float[] bias = learner.bias();
      for (int c = 0; c < d; c++) {
        for (int j = 0; j < classes; j++) {
          weights[c * classes + j] *= (float) scale[c];
          bias[j] -= (float) (mean[c] * weights[c * classes + j]);
        }
      }
      return new Classifier(
          rows, fitted.names().get(attribute), labels(attributes, attribute), weights, bias);
    }
  }

  private static int[] labels(Attributes attributes, int attribute) {
    int[] labels = new int[attributes.rows()];
    for (int row = 0; row < labels.length; row++) {
      labels[row] = attributes.value(attribute, row);
    }
    return labels;
  }

  /** In place; {@code scale} becomes 1 / deviation, 0 for a constant column. */
  private static void standardise(float[] x, int d, double[] mean, double[] scale) {
    int n = x.length / d;
    for (int i = 0; i < x.length; i++) {
      mean[i % d] += x[i] / (double) n;
    }
    for (int i = 0; i < x.length; i++) {
      double off = x[i] - mean[i % d];
      scale[i % d] += off * off / n;
    }
    for (int c = 0; c < d; c++) {
      scale[c] = scale[c] > 0 ? 1 / Math.sqrt(scale[c]) : 0;
    }
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) ((x[i] - mean[i % d]) * scale[i % d]);
    }
  }

  @Override
  public String margin() {
    return "score of the right " + target + " - best of the others, by softmax regression";
  }

  @Override
  public int[] answers() {
    return labels.clone();
  }

  @Override
  public int[] others() {
    int[] best = new int[labels.length];
    java.util.Arrays.fill(best, -1);
    return best;
  }

  @Override
  public Outputs outputs(int[] rows, List<float[]> given) {
    float[] x = given.isEmpty() ? activations.rows(rows).toArray() : given.get(0);
    int classes = bias.length;
    float[] scores = Products.multiply(x, weights, rows.length, activations.d(), classes);
    for (int i = 0; i < scores.length; i++) {
      scores[i] += bias[i % classes];
    }
    return new Outputs(scores, rows.length, classes);
  }
}
