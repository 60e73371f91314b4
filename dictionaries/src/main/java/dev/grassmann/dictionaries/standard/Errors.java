package dev.grassmann.dictionaries.standard;

import dev.grassmann.dictionaries.ActiveCodes;

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
  static Errors of(ActiveCodes codes, Decoding decoding, float[] x, int batch) {
    float[] error = decoding.decode(codes, Decoding.Output.WHOLE);
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
