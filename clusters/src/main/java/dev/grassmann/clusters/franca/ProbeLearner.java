package dev.grassmann.clusters.franca;

import dev.grassmann.engine.train.ArrayParameter;
import dev.grassmann.engine.train.Batch;
import dev.grassmann.engine.train.Learner;
import dev.grassmann.engine.train.Parameter;
import java.util.List;

/**
 * Fits W, q × D without a bias, to make the mean of (sigmoid(W z) - y)² small. A row of its data is
 * an item: the tokens of an image one after the other, or a single row.
 */
final class ProbeLearner implements Learner {
  private final ArrayParameter weights;
  private final double[] targets; // of each token of each item, or of each place where shared
  private final boolean shared;
  private final int d;
  private final int q;

  /**
   * @param start q × d, learnt
   * @param targets q for each token; where {@code shared}, the same tokens for every item
   */
  ProbeLearner(float[] start, int q, int d, double[] targets, boolean shared) {
    this.weights = new ArrayParameter("probe", start, q, d);
    this.targets = targets;
    this.shared = shared;
    this.d = d;
    this.q = q;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(weights);
  }

  @Override
  public Outcome learn(Batch batch, long step) {
    float[] z = batch.numbers();
    int[] items = batch.rows();
    int tokens = batch.d() / d;
    double sum = 0;
    double[] slope = new double[q * d];
    for (int i = 0; i < items.length; i++) {
      for (int t = 0; t < tokens; t++) {
        int at = (i * tokens + t) * d;
        int wanted = (shared ? t : items[i] * tokens + t) * q;
        for (int k = 0; k < q; k++) {
          double said = sigmoid(weights.values(), k * d, z, at, d);
          double off = said - targets[wanted + k];
          sum += off * off;
          double factor = 2 * off * said * (1 - said);
          for (int j = 0; j < d; j++) {
            slope[k * d + j] += factor * z[at + j];
          }
        }
      }
    }
    double count = (double) items.length * tokens * q;
    float[] gradient = weights.gradient();
    for (int p = 0; p < slope.length; p++) {
      gradient[p] += (float) (slope[p] / count);
    }
    return new Outcome(sum / count);
  }

  static double sigmoid(float[] w, int from, float[] z, int at, int d) {
    double sum = 0;
    for (int j = 0; j < d; j++) {
      sum += (double) w[from + j] * z[at + j];
    }
    return 1 / (1 + Math.exp(-sum));
  }
}
