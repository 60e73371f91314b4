package dev.grassmann.dictionaries.standard;

import dev.grassmann.dictionaries.ActiveCodes;
import dev.grassmann.dictionaries.SparseDecoder;

/**
 * The error of nested prefixes, sum over i of share · mean ‖x - x_hat_i‖², where x_hat_i uses the
 * first m_i latents, and its gradient. A latent of group g is in the prefixes g, g + 1, .., so its
 * gradient is that of a plain error with the sum of those prefixes' residuals: O(B k d) for the
 * codes and O(B d) a prefix.
 */
final class NestedError {
  private final Weights weights;
  private final Nesting nesting;
  private final ActiveCodes[] groups;

  NestedError(Weights weights, Nesting nesting, ActiveCodes codes) {
    this.weights = weights;
    this.nesting = nesting;
    this.groups = split(codes);
  }

  /** Codes by group, rows in place. */
  private ActiveCodes[] split(ActiveCodes codes) {
    int n = nesting.widths().size();
    ActiveCodes[] parts = new ActiveCodes[n];
    for (int g = 0; g < n; g++) {
      int[] start = new int[codes.rows() + 1];
      int[] latent = new int[codes.entries()];
      float[] value = new float[codes.entries()];
      int size = 0;
      for (int b = 0; b < codes.rows(); b++) {
        for (int e = codes.start()[b]; e < codes.start()[b + 1]; e++) {
          if (nesting.group(codes.latent()[e]) == g) {
            latent[size] = codes.latent()[e];
            value[size++] = codes.value()[e];
          }
        }
        start[b + 1] = size;
      }
      parts[g] =
          new ActiveCodes(
              codes.rows(),
              start,
              java.util.Arrays.copyOf(latent, size),
              java.util.Arrays.copyOf(value, size));
    }
    return parts;
  }

  /**
   * Adds the gradients.
   *
   * @param into null where only the loss is wanted
   * @return the loss
   */
  double of(float[] x, int rows, SparseBackward backward, Weights into) {
    int d = weights.d();
    int n = groups.length;
    float[][] errors = new float[n][];
    float[] reached = alone(x, rows);
    double sum = nesting.alone() ? squared(reached) : 0;
    float[] biasOnly = nesting.alone() ? reached.clone() : null;
    for (int g = 0; g < n; g++) {
      float[] part = new float[rows * d];
      SparseDecoder.decode(groups[g], weights.decoder(), null, d, part);
      for (int i = 0; i < part.length; i++) {
        reached[i] += part[i];
      }
      errors[g] = reached.clone();
      sum += squared(reached);
    }
    if (into != null) {
      float scale = (float) (2 * nesting.share() / rows);
      float[] onward = new float[rows * d];
      for (int g = n - 1; g >= 0; g--) {
        for (int i = 0; i < onward.length; i++) {
          onward[i] += scale * errors[g][i];
        }
        backward.add(groups[g], onward, g == 0, into);
      }
      if (biasOnly != null) {
        for (int i = 0; i < biasOnly.length; i++) {
          into.bias()[i % d] += scale * biasOnly[i];
        }
      }
    }
    return nesting.share() * sum / rows;
  }

  /** The bias less the rows: the residual of no latent at all, with its sign turned. */
  private float[] alone(float[] x, int rows) {
    float[] error = new float[rows * weights.d()];
    for (int i = 0; i < error.length; i++) {
      error[i] = weights.bias()[i % weights.d()] - x[i];
    }
    return error;
  }

  private static double squared(float[] error) {
    double sum = 0;
    for (float e : error) {
      sum += (double) e * e;
    }
    return sum;
  }
}
