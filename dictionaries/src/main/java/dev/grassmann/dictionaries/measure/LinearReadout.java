package dev.grassmann.dictionaries.measure;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.LibTorch;
import dev.grassmann.engine.linalg.Products;
import dev.grassmann.engine.train.OptimiserPlan;
import dev.grassmann.engine.train.Schedule;
import dev.grassmann.engine.train.Trainer;
import dev.grassmann.engine.train.TrainingPlan;

/** Classes read off vectors by one linear map, learnt on standardised numbers. Immutable. */
public final class LinearReadout {
  private static final int STEPS = 400;
  private static final int BATCH = 2_048;
  private static final double RATE = 0.02;
  private static final double DECAY = 1e-3;

  /** What is made small. */
  public enum Loss {
    /** Cross-entropy of the softmax over classes. */
    SOFTMAX,
    /** For each class a logistic regression against the rest, both sides of equal weight. */
    ONE_VS_REST
  }

  private final float[] weights; // d × classes, on numbers as they are
  private final float[] bias;
  private final int d;

  private LinearReadout(float[] weights, float[] bias, int d) {
    this.weights = weights;
    this.bias = bias;
    this.d = d;
  }

  /**
   * Learns, by 400 steps of AdamW.
   *
   * @param labels class of each row, from 0
   */
  public static LinearReadout fit(Vectors rows, int[] labels, int classes, Loss loss, Run run) {
    LibTorch.start(run);
    int d = rows.d();
    float[] x = rows.toArray();
    double[] mean = new double[d];
    double[] scale = new double[d];
    standardise(x, d, mean, scale);
    TrainingPlan plan =
        TrainingPlan.ofSteps(STEPS, BATCH)
            .with(OptimiserPlan.adamW(RATE, DECAY))
            .with(Schedule.cosine(0));
    Run inner = run.but().folder(null).resume(false).device("cpu").build();
    try (ReadoutLearner learner = new ReadoutLearner(labels.clone(), d, classes, loss)) {
      new Trainer(plan, inner).train(learner, Vectors.of(x, rows.n(), d));
      float[] weights = learner.weights();
      float[] bias = learner.bias();
      for (int c = 0; c < d; c++) {
        for (int j = 0; j < classes; j++) {
          weights[c * classes + j] *= (float) scale[c];
          bias[j] -= (float) (mean[c] * weights[c * classes + j]);
        }
      }
      return new LinearReadout(weights, bias, d);
    }
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

  public int classes() {
    return bias.length;
  }

  /** Scores, n × classes; above 0 a class's own regression says yes. */
  public float[] scores(float[] rows, int n) {
    float[] scores = Products.multiply(rows, weights, n, d, bias.length);
    for (int i = 0; i < scores.length; i++) {
      scores[i] += bias[i % bias.length];
    }
    return scores;
  }

  /** A class's weights, d numbers. */
  float[] direction(int label) {
    float[] direction = new float[d];
    for (int c = 0; c < d; c++) {
      direction[c] = weights[c * bias.length + label];
    }
    return direction;
  }
}
