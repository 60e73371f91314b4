package dev.grassmann.dictionaries.topk;

import dev.grassmann.dictionaries.ActiveCodes;
import dev.grassmann.engine.RowRanges;
import dev.grassmann.engine.kernel.Kernel;

/**
 * Gradients of a loss of x_hat = z W_dec (+ b_dec) through the chosen latents alone: O(B k d), no B
 * × F matrix. The choice itself counts as fixed.
 */
final class SparseBackward {
  private static final Kernel KERNEL = Kernel.best();
  private static final int ROWS = 32;
  private static final int COLUMNS = 64;

  private final Weights weights;
  private final float[] x;

  /**
   * @param x B × d, the batch
   */
  SparseBackward(Weights weights, float[] x) {
    this.weights = weights;
    this.x = x;
  }

  /**
   * Adds one loss's gradients.
   *
   * @param codes z as decoded; entries that are rectified to 0 are to be left out
   * @param outputGradient B × d, the loss's gradient with respect to x_hat
   * @param biased whether b_dec was added to x_hat
   * @param into is added to
   */
  void add(ActiveCodes codes, float[] outputGradient, boolean biased, Weights into) {
    float[] dCode = new float[codes.entries()];
    RowRanges.forEach(
        codes.rows(), ROWS, (from, to) -> toCodes(codes, outputGradient, dCode, from, to));
    for (int e = 0; e < codes.entries(); e++) {
      into.encoderBias()[codes.latent()[e]] += dCode[e];
    }
    // by columns and not by rows: see why in the pursuit's gradient, which is cut the same way
    RowRanges.forEach(
        weights.d(),
        COLUMNS,
        (from, to) -> toWeights(codes, outputGradient, dCode, biased, into, from, to));
  }

  private void toCodes(ActiveCodes codes, float[] gradient, float[] dCode, int from, int to) {
    int d = weights.d();
    float[] decoder = weights.decoder();
    for (int b = from; b < to; b++) {
      for (int e = codes.start()[b]; e < codes.start()[b + 1]; e++) {
        dCode[e] = KERNEL.dot(gradient, b * d, decoder, codes.latent()[e] * d, d);
      }
    }
  }

  private void toWeights(
      ActiveCodes codes,
      float[] gradient,
      float[] dCode,
      boolean biased,
      Weights into,
      int lo,
      int hi) {
    int d = weights.d();
    for (int b = 0; b < codes.rows(); b++) {
      int row = b * d;
      if (biased) {
        for (int c = lo; c < hi; c++) {
          into.bias()[c] += gradient[row + c];
        }
      }
      for (int e = codes.start()[b]; e < codes.start()[b + 1]; e++) {
        entry(codes.value()[e], dCode[e], codes.latent()[e] * d, row, gradient, into, lo, hi);
      }
    }
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
}
