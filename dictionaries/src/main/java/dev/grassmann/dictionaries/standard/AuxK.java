package dev.grassmann.dictionaries.standard;

/**
 * The loss that revives dead latents: the k_aux of them with the largest pre-activations are to
 * reconstruct e = x - x_hat, what the living left over (held fixed). Libraries have different forms
 * of it, and a weight that suits one is off by orders of magnitude in another.
 */
public enum AuxK {
  /** No such loss. */
  NONE(false, false, false),
  /** Rectified codes, decoded without the bias; over the variance of e. OpenAI's form too. */
  DICTIONARY_LEARNING(true, false, false),
  /** Codes of any sign, decoded without the bias; over the variance of e. */
  SIGNED(false, false, false),
  /** Codes of any sign, decoded with the bias; times min(dead / k_aux, 1). */
  SAE_LENS(false, true, true),
  /** Rectified codes, decoded with the bias; times min(dead / k_aux, 1), over the variance of x. */
  SPARSIFY(true, true, true);

  private final boolean rectified;
  private final boolean biased;
  private final boolean byShareOfDead;

  AuxK(boolean rectified, boolean biased, boolean byShareOfDead) {
    this.rectified = rectified;
    this.biased = biased;
    this.byShareOfDead = byShareOfDead;
  }

  /** Pre-activations at or below this are not decoded. */
  float floor() {
    return rectified ? 0 : Float.NEGATIVE_INFINITY;
  }

  /** Whether b_dec is added to what is decoded. */
  boolean biased() {
    return biased;
  }

  /**
   * What the mean squared error is multiplied with; 0 where there is nothing to be explained.
   *
   * @param x B × d, the batch
   * @param residual B × d, e
   * @param dead number of dead latents
   */
  double scale(float[] x, float[] residual, int rows, int d, int dead, int kAux) {
    double share = byShareOfDead ? Math.min((double) dead / kAux, 1) : 1;
    double variance =
        switch (this) {
          case DICTIONARY_LEARNING, SIGNED -> Variance.ofRows(residual, rows, d);
          case SPARSIFY -> Variance.ofRows(x, rows, d);
          default -> 1;
        };
    return variance > 0 ? share / variance : 0;
  }
}
