package dev.grassmann.dictionaries.standard;

import dev.grassmann.dictionaries.ActiveCodes;
import dev.grassmann.dictionaries.SparseDecoder;

/**
 * The loss of a TopK or BatchTopK autoencoder on one batch, and its exact gradient: mean over rows
 * of ‖x - x_hat‖² + weight · AuxK + the mean squared error with 4 k latents / 8 (Multi-TopK).
 */
final class Objective {
  /** Share of the second loss of Multi-TopK (Gao et al. 2024, with 4 k latents). */
  private static final double WIDE_SHARE = 1.0 / 8;

  /**
   * What a batch gave.
   *
   * @param meanSquaredError mean over rows of the squared error, summed over dimensions
   * @param reconstruction the same, or the error of all nested prefixes
   * @param auxiliary AuxK before its weight; 0 without it
   * @param wide mean squared error with 4 k latents; 0 without it
   * @param choice what was chosen
   */
  record Loss(
      double meanSquaredError,
      double reconstruction,
      double auxiliary,
      double wide,
      Choice choice) {
    double total(double auxWeight) {
      return reconstruction + auxWeight * auxiliary + WIDE_SHARE * wide;
    }
  }

  private final Weights weights;
  private final Chooser.Plan plan;
  private final double auxWeight;
  private final Nesting nesting;

  Objective(Weights weights, Chooser.Plan plan, double auxWeight) {
    this(weights, plan, auxWeight, Nesting.NONE);
  }

  /**
   * @param nesting prefixes whose errors take the place of the plain one
   */
  Objective(Weights weights, Chooser.Plan plan, double auxWeight, Nesting nesting) {
    this.weights = weights;
    this.plan = plan;
    this.auxWeight = auxWeight;
    this.nesting = nesting;
  }

  /**
   * Evaluates a batch.
   *
   * @param x rows × d
   * @param into gradients, added to; null where only the loss is wanted
   */
  Loss of(float[] x, int rows, Weights into) {
    Choice choice = new Chooser(weights, plan).choose(x, rows);
    SparseBackward backward = into == null ? null : new SparseBackward(weights, x);
    float[] error = decoded(choice.codes(), true);
    double mse = error(error, x, rows);
    float[] residual = null;
    if (choice.dead() != null) {
      residual = new float[error.length];
      for (int i = 0; i < residual.length; i++) {
        residual[i] = -error[i];
      }
    }
    double loss = mse;
    if (nesting.widths().isEmpty()) {
      descend(backward, choice.codes(), error, 2.0 / rows, true, into);
    } else {
      loss = new NestedError(weights, nesting, choice.codes()).of(x, rows, backward, into);
    }
    double wide = 0;
    if (choice.wide() != null) {
      error = decoded(choice.wide(), true);
      wide = error(error, x, rows);
      descend(backward, choice.wide(), error, WIDE_SHARE * 2 / rows, true, into);
    }
    double auxiliary = 0;
    if (choice.dead() != null) {
      double scale =
          plan.auxK().scale(x, residual, rows, weights.d(), count(plan.dead()), plan.kAux());
      error = decoded(choice.dead(), plan.auxK().biased());
      auxiliary = scale * error(error, residual, rows);
      double step = auxWeight * scale * 2 / rows;
      descend(backward, choice.dead(), error, step, plan.auxK().biased(), into);
    }
    return new Loss(mse, loss, auxiliary, wide, choice);
  }

  private float[] decoded(ActiveCodes codes, boolean biased) {
    float[] out = new float[codes.rows() * weights.d()];
    SparseDecoder.decode(
        codes, weights.decoder(), biased ? weights.bias() : null, weights.d(), out);
    return out;
  }

  /** Turns what was decoded into its error; the mean over rows of the squared error. */
  private static double error(float[] decoded, float[] wanted, int rows) {
    double sum = 0;
    for (int i = 0; i < decoded.length; i++) {
      decoded[i] -= wanted[i];
      sum += (double) decoded[i] * decoded[i];
    }
    return sum / rows;
  }

  private static void descend(
      SparseBackward backward,
      ActiveCodes codes,
      float[] error,
      double scale,
      boolean biased,
      Weights into) {
    if (backward == null || scale == 0) {
      return;
    }
    for (int i = 0; i < error.length; i++) {
      error[i] = (float) (scale * error[i]);
    }
    backward.add(codes, error, biased, into);
  }

  private static int count(boolean[] flags) {
    int count = 0;
    for (boolean flag : flags) {
      count += flag ? 1 : 0;
    }
    return count;
  }
}
