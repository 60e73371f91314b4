package dev.grassmann.dictionaries.standard;

import dev.grassmann.dictionaries.ActiveCodes;
import dev.grassmann.dictionaries.SparseDecoder;

/**
 * What codes leave of rows.
 *
 * @param gradient rows × d: the derivative of the mean over the batch of ‖x - x_hat‖² with respect
 *     to x_hat
 * @param squared sum of ‖x - x_hat‖² over these rows
 */
record Errors(float[] gradient, double squared) {
  /**
   * Decodes and compares.
   *
   * @param x the rows of the codes
   * @param batch rows of the whole batch, over which the mean is taken
   */
  static Errors of(ActiveCodes codes, Weights weights, float[] x, int batch) {
    float[] error = new float[codes.rows() * weights.d()];
    SparseDecoder.decode(codes, weights.decoder(), weights.bias(), weights.d(), error);
    double sum = 0;
    float scale = 2f / batch;
    for (int i = 0; i < error.length; i++) {
      float off = error[i] - x[i];
      sum += (double) off * off;
      error[i] = scale * off;
    }
    return new Errors(error, sum);
  }
}
