package dev.grassmann.dictionaries.saeevaluation;

/** How much of a reconstruction each latent carries: (f_i u_i) · (a_hat - b) / ‖a_hat - b‖². */
final class EditWeights {
  private EditWeights() {}

  /**
   * Weights, which sum to 1; all 0 where nothing is active.
   *
   * @param codes F
   * @param directions F × d
   */
  static double[] of(float[] codes, float[] directions, int d) {
    double[] sum = new double[d];
    for (int j = 0; j < codes.length; j++) {
      if (codes[j] != 0) {
        for (int c = 0; c < d; c++) {
          sum[c] += (double) codes[j] * directions[j * d + c];
        }
      }
    }
    double square = 0;
    for (double s : sum) {
      square += s * s;
    }
    double[] weights = new double[codes.length];
    for (int j = 0; j < codes.length; j++) {
      if (codes[j] != 0 && square > 0) {
        double product = 0;
        for (int c = 0; c < d; c++) {
          product += (double) codes[j] * directions[j * d + c] * sum[c];
        }
        weights[j] = product / square;
      }
    }
    return weights;
  }
}
