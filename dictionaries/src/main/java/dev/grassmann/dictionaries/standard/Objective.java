package dev.grassmann.dictionaries.standard;

import dev.grassmann.dictionaries.ActiveCodes;
import dev.grassmann.dictionaries.standard.Decoding.Output;
import dev.grassmann.engine.RowRanges;
import dev.grassmann.engine.kernel.Kernel;
import java.util.Arrays;

/**
 * The loss of a TopK or BatchTopK autoencoder on one batch, and its exact gradient: mean over rows
 * of ‖x - x_hat‖² + weight · AuxK + the mean squared error with 4 k latents / 8 (Multi-TopK).
 */
final class Objective {
  private static final Kernel KERNEL = Kernel.best();
  private static final int ROWS = 64;

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

  private final Model model;
  private final Chooser.Plan plan;
  private final double auxWeight;
  private final Nesting nesting;

  /**
   * @param nesting prefixes whose errors take the place of the plain one
   */
  Objective(Model model, Chooser.Plan plan, double auxWeight, Nesting nesting) {
    this.model = model;
    this.plan = plan;
    this.auxWeight = auxWeight;
    this.nesting = nesting;
  }

  /**
   * Evaluates a batch and adds its gradients.
   *
   * @param x rows × d
   */
  Loss of(float[] x, int rows) {
    int d = model.weights().d();
    Choice choice = new Chooser(model.weights(), plan).choose(x, rows);
    float[] error = model.decoding().decode(choice.codes(), Output.WHOLE);
    double mse = error(error, x, rows);
    float[] residual = choice.dead() == null ? null : turned(error);
    double loss = mse;
    if (nesting.widths().isEmpty()) {
      descend(choice.codes(), error, x, 2.0 / rows, Output.WHOLE);
    } else {
      loss = new NestedError(model, nesting, choice.codes()).of(x, rows);
    }
    double wide = 0;
    if (choice.wide() != null) {
      error = model.decoding().decode(choice.wide(), Output.WHOLE);
      wide = error(error, x, rows);
      descend(choice.wide(), error, x, WIDE_SHARE * 2 / rows, Output.WHOLE);
    }
    double auxiliary = 0;
    if (choice.dead() != null) {
      AuxK form = plan.auxK();
      double scale = form.scale(x, residual, rows, d, count(plan.dead()), plan.kAux());
      Output output = new Output(form.biased(), true);
      error = model.decoding().decode(choice.dead(), output);
      auxiliary = scale * error(error, residual, rows);
      descend(choice.dead(), error, x, auxWeight * scale * 2 / rows, output);
    }
    return new Loss(mse, loss, auxiliary, wide, choice);
  }

  private static float[] turned(float[] error) {
    float[] residual = new float[error.length];
    for (int i = 0; i < residual.length; i++) {
      residual[i] = -error[i];
    }
    return residual;
  }

  /** Turns what was decoded into its error; the mean over rows of the squared error. */
  private static double error(float[] decoded, float[] wanted, int rows) {
    int d = decoded.length / rows;
    double[] squares = new double[rows];
    RowRanges.forEach(
        rows,
        ROWS,
        (from, to) -> {
          for (int b = from; b < to; b++) {
            for (int c = b * d; c < (b + 1) * d; c++) {
              decoded[c] -= wanted[c];
            }
            squares[b] = KERNEL.dot(decoded, b * d, decoded, b * d, d);
          }
        });
    return Arrays.stream(squares).sum() / rows;
  }

  private void descend(ActiveCodes codes, float[] error, float[] x, double scale, Output output) {
    if (scale == 0) {
      return;
    }
    for (int i = 0; i < error.length; i++) {
      error[i] = (float) (scale * error[i]);
    }
    model.descend(codes, error, x, output);
  }

  private static int count(boolean[] flags) {
    int count = 0;
    for (boolean flag : flags) {
      count += flag ? 1 : 0;
    }
    return count;
  }
}
