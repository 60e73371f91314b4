package dev.grassmann.dictionaries.standard;

/**
 * A penalty that sees a code times the norm of its decoder row, so that it has a gradient with
 * respect to the decoder: for each latent the sum over entries of dLoss/d‖W_j‖ is collected, and
 * handed on as that times W_j / ‖W_j‖.
 */
final class NormPenalty {
  private final Weights weights;
  private final float[] norms;
  private final double[] toNorm;

  /**
   * @param normed false: all norms count as 1 and nothing reaches the decoder
   */
  NormPenalty(Weights weights, boolean normed) {
    this.weights = weights;
    this.norms = normed ? weights.decoderNorms() : null;
    this.toNorm = new double[normed ? weights.features() : 0];
  }

  float norm(int latent) {
    return norms == null ? 1 : norms[latent];
  }

  /** Adds to the loss's derivative with respect to a latent's norm. */
  void add(int latent, double derivative) {
    if (norms != null) {
      toNorm[latent] += derivative;
    }
  }

  /** Hands on what was collected. */
  void addTo(Weights gradient) {
    int d = weights.d();
    for (int j = 0; j < toNorm.length; j++) {
      if (toNorm[j] != 0 && norms[j] > 0) {
        float scale = (float) (toNorm[j] / norms[j]);
        for (int c = j * d; c < (j + 1) * d; c++) {
          gradient.decoder()[c] += scale * weights.decoder()[c];
        }
      }
    }
  }
}
