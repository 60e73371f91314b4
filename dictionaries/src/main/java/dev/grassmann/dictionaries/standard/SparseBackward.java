package dev.grassmann.dictionaries.standard;

import dev.grassmann.dictionaries.ActiveCodes;
import dev.grassmann.engine.RowRanges;
import dev.grassmann.engine.kernel.Kernel;

/**
 * Gradients of a loss of x_hat = z W_dec (+ b_dec) through the chosen latents alone: O(B k d), no B
 * × F matrix. The choice itself counts as fixed.
 */
public final class SparseBackward {
  private static final Kernel KERNEL = Kernel.best();
  private static final int ROWS = 32;
  private static final int COLUMNS = 64;

  private final Weights weights;
  private final float[] x;

  /**
   * @param x B × d, the batch; null where nothing goes on to the encoder
   */
  public SparseBackward(Weights weights, float[] x) {
    this.weights = weights;
    this.x = x;
  }

  /** The gradient with respect to each code: ⟨g, W_dec⟩. */
  float[] toCodes(ActiveCodes codes, float[] outputGradient) {
    int d = weights.d();
    float[] decoder = weights.decoder();
    float[] toCode = new float[codes.entries()];
    RowRanges.forEach(
        codes.rows(),
        ROWS,
        (from, to) -> {
          for (int b = from; b < to; b++) {
            for (int e = codes.start()[b]; e < codes.start()[b + 1]; e++) {
              toCode[e] = KERNEL.dot(outputGradient, b * d, decoder, codes.latent()[e] * d, d);
            }
          }
        });
    return toCode;
  }

  /** Hands gradients of pre-activations on to the encoder's bias. */
  public static void toBias(ActiveCodes codes, float[] toPre, Weights into) {
    for (int e = 0; e < codes.entries(); e++) {
      into.encoderBias()[codes.latent()[e]] += toPre[e];
    }
  }

  /**
   * Hands gradients on to encoder and decoder, and to b_dec, which is in both.
   *
   * @param toProduct gradient with respect to (x - b_dec) W_encᵀ of each entry
   */
  void toWeights(
      ActiveCodes codes, float[] toProduct, float[] outputGradient, boolean biased, Weights into) {
    // by columns and not by rows: see why in the pursuit's gradient, which is cut the same way
    RowRanges.forEach(
        weights.d(),
        COLUMNS,
        (lo, hi) -> {
          for (int b = 0; b < codes.rows(); b++) {
            int row = b * weights.d();
            if (biased) {
              for (int c = lo; c < hi; c++) {
                into.bias()[c] += outputGradient[row + c];
              }
            }
            for (int e = codes.start()[b]; e < codes.start()[b + 1]; e++) {
              int w = codes.latent()[e] * weights.d();
              entry(codes.value()[e], toProduct[e], w, row, outputGradient, into, lo, hi);
            }
          }
        });
  }

  private void entry(
      float z, float dz, int w, int row, float[] gradient, Weights into, int lo, int hi) {
    float[] encoder = weights.encoder();
    float[] bias = weights.bias();
    for (int c = lo; c < hi; c++) {
      into.decoder()[w + c] += z * gradient[row + c];
      into.encoder()[w + c] += dz * (x[row + c] - bias[c]);
      into.bias()[c] -= dz * encoder[w + c]; // a = (x - b_dec) W_enc + b_enc
    }
  }

  /** Hands gradients on to the decoder and b_dec alone. */
  void toDecoder(ActiveCodes codes, float[] outputGradient, boolean biased, Weights into) {
    RowRanges.forEach(
        weights.d(),
        COLUMNS,
        (lo, hi) -> {
          for (int b = 0; b < codes.rows(); b++) {
            int row = b * weights.d();
            for (int c = lo; c < hi && biased; c++) {
              into.bias()[c] += outputGradient[row + c];
            }
            for (int e = codes.start()[b]; e < codes.start()[b + 1]; e++) {
              int w = codes.latent()[e] * weights.d();
              for (int c = lo; c < hi; c++) {
                into.decoder()[w + c] += codes.value()[e] * outputGradient[row + c];
              }
            }
          }
        });
  }

  /** Hands gradients on to the encoder and b_dec alone. */
  public void toEncoder(ActiveCodes codes, float[] toProduct, Weights into) {
    RowRanges.forEach(
        weights.d(),
        COLUMNS,
        (lo, hi) -> {
          for (int b = 0; b < codes.rows(); b++) {
            int row = b * weights.d();
            for (int e = codes.start()[b]; e < codes.start()[b + 1]; e++) {
              int w = codes.latent()[e] * weights.d();
              for (int c = lo; c < hi; c++) {
                into.encoder()[w + c] += toProduct[e] * (x[row + c] - weights.bias()[c]);
                into.bias()[c] -= toProduct[e] * weights.encoder()[w + c];
              }
            }
          }
        });
  }
}
