package dev.grassmann.dictionaries.standard;

import dev.grassmann.dictionaries.ActiveCodes;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * The error of nested prefixes, sum over i of share · mean ‖x - x_hat_i‖², where x_hat_i uses the
 * first m_i latents, and its gradient. With a linear decoder a latent of group g adds the same to
 * the prefixes g, g + 1, .., so its gradient is that of a plain error with the sum of those
 * prefixes' residuals: O(B k d) for the codes and O(B d) a prefix. With any other decoder each
 * prefix is decoded by itself.
 */
final class NestedError {
  private final Model model;
  private final Nesting nesting;
  private final ActiveCodes codes;
  private final int groups;

  NestedError(Model model, Nesting nesting, ActiveCodes codes) {
    this.model = model;
    this.nesting = nesting;
    this.codes = codes;
    this.groups = nesting.widths().size();
  }

  /**
   * Adds the gradients.
   *
   * @return the loss
   */
  double of(float[] x, int rows) {
    double sum = model.decoding() instanceof LinearDecoding ? linear(x, rows) : any(x, rows);
    return nesting.share() * sum / rows;
  }

  private double linear(float[] x, int rows) {
    float scale = (float) (2 * nesting.share() / rows);
    ActiveCodes[] parts = new ActiveCodes[groups];
    float[][] errors = new float[groups][];
    float[] reached = biasLess(x);
    double sum = alone(reached, scale);
    for (int g = 0; g < groups; g++) {
      int group = g;
      parts[g] = only(latent -> nesting.group(latent) == group);
      float[] part = model.decoding().decode(parts[g], Decoding.Output.SHARE);
      for (int i = 0; i < part.length; i++) {
        reached[i] += part[i];
      }
      errors[g] = reached.clone();
      sum += squared(reached);
    }
    float[] onward = new float[reached.length];
    for (int g = groups - 1; g >= 0; g--) {
      for (int i = 0; i < onward.length; i++) {
        onward[i] += scale * errors[g][i];
      }
      // b_dec is in every prefix
      model.descend(parts[g], onward, x, new Decoding.Output(g == 0, false));
    }
    return sum;
  }

  private double any(float[] x, int rows) {
    float scale = (float) (2 * nesting.share() / rows);
    double sum = alone(biasLess(x), scale);
    for (int width : nesting.widths()) {
      ActiveCodes prefix = only(latent -> latent < width);
      float[] error = model.decoding().decode(prefix, Decoding.Output.WHOLE);
      for (int i = 0; i < error.length; i++) {
        error[i] -= x[i];
      }
      sum += squared(error);
      for (int i = 0; i < error.length; i++) {
        error[i] *= scale;
      }
      model.descend(prefix, error, x, Decoding.Output.WHOLE);
    }
    return sum;
  }

  /** The error of the bias alone, where it is a prefix, with its gradient added. */
  private double alone(float[] error, float scale) {
    if (!nesting.alone()) {
      return 0;
    }
    float[] bias = model.gradient().bias();
    for (int i = 0; i < error.length; i++) {
      bias[i % bias.length] += scale * error[i];
    }
    return squared(error);
  }

  /** The bias less the rows: the residual of no latent at all, with its sign turned. */
  private float[] biasLess(float[] x) {
    float[] bias = model.weights().bias();
    float[] error = new float[x.length];
    for (int i = 0; i < error.length; i++) {
      error[i] = bias[i % bias.length] - x[i];
    }
    return error;
  }

  private ActiveCodes only(IntPredicate wanted) {
    int[] start = new int[codes.rows() + 1];
    int[] latent = new int[codes.entries()];
    float[] value = new float[codes.entries()];
    int size = 0;
    for (int b = 0; b < codes.rows(); b++) {
      for (int e = codes.start()[b]; e < codes.start()[b + 1]; e++) {
        if (wanted.test(codes.latent()[e])) {
          latent[size] = codes.latent()[e];
          value[size++] = codes.value()[e];
        }
      }
      start[b + 1] = size;
    }
    return new ActiveCodes(
        codes.rows(), start, Arrays.copyOf(latent, size), Arrays.copyOf(value, size));
  }

  private static double squared(float[] error) {
    double sum = 0;
    for (float e : error) {
      sum += (double) e * e;
    }
    return sum;
  }
}
