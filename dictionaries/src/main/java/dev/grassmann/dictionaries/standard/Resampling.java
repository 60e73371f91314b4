package dev.grassmann.dictionaries.standard;

import dev.grassmann.dictionaries.train.DeadLatents;
import dev.grassmann.engine.train.ArrayParameter;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * New weights for dead latents (Bricken et al. 2023): each takes the direction of a row that is
 * badly reconstructed, drawn with a probability proportional to its squared loss; its encoder row
 * is short beside those of the living, and the optimiser forgets what it knew of it.
 */
final class Resampling {
  private final Weights weights;
  private final ArrayParameter encoder;
  private final ArrayParameter decoder;
  private final ArrayParameter encoderBias;
  private final double share;

  /**
   * @param share norm of a new encoder row over the mean norm of the living rows
   */
  Resampling(
      Weights weights,
      ArrayParameter encoder,
      ArrayParameter decoder,
      ArrayParameter encoderBias,
      double share) {
    this.weights = weights;
    this.encoder = encoder;
    this.decoder = decoder;
    this.encoderBias = encoderBias;
    this.share = share;
  }

  /**
   * Revives.
   *
   * @param x rows × d, a batch
   * @param loss of each row
   * @param rule is told of each latent that has new weights
   */
  void revive(DeadLatents dead, float[] x, double[] loss, SplittableRandom random, Rule rule) {
    int d = weights.d();
    double[] upTo = new double[loss.length];
    double sum = 0;
    for (int b = 0; b < loss.length; b++) {
      sum += loss[b] * loss[b];
      upTo[b] = sum;
    }
    if (!(sum > 0)) {
      return;
    }
    double norm = share * livingNorm(dead);
    for (int j = 0; j < weights.features(); j++) {
      if (dead.isDead(j)) {
        int found = Arrays.binarySearch(upTo, random.nextDouble() * sum);
        int b = Math.min(loss.length - 1, found < 0 ? -found - 1 : found);
        give(j, x, b * d, norm);
        dead.revive(j);
        rule.resampled(j);
      }
    }
  }

  /** Latent j takes the direction of a row about the bias. */
  private void give(int j, float[] x, int at, double norm) {
    int d = weights.d();
    double square = 0;
    for (int c = 0; c < d; c++) {
      double off = x[at + c] - weights.bias()[c];
      square += off * off;
    }
    double length = Math.sqrt(square);
    for (int c = 0; c < d && length > 0; c++) {
      double unit = (x[at + c] - weights.bias()[c]) / length;
      weights.decoder()[j * d + c] = (float) unit;
      weights.encoder()[j * d + c] = (float) (unit * norm);
    }
    weights.encoderBias()[j] = 0;
    encoder.forget(j * d, d);
    decoder.forget(j * d, d);
    encoderBias.forget(j, 1);
  }

  private double livingNorm(DeadLatents dead) {
    int d = weights.d();
    double sum = 0;
    int living = 0;
    for (int j = 0; j < weights.features(); j++) {
      if (!dead.isDead(j)) {
        double square = 0;
        for (int c = j * d; c < (j + 1) * d; c++) {
          square += (double) weights.encoder()[c] * weights.encoder()[c];
        }
        sum += Math.sqrt(square);
        living++;
      }
    }
    return living == 0 ? 1 : sum / living;
  }
}
