package dev.grassmann.tables.dsir;

import dev.grassmann.core.run.Run;

/**
 * Keys whose k largest are a draw of k without replacement in proportion to the weights: log w + G
 * with G = -ln(-ln U), U uniform (Gumbel top-k). U is a function of seed, target and document
 * number only, so the draw does not depend on who computes a key, or when.
 */
public final class GumbelKeys {
  private final CountedNoise noise;

  private GumbelKeys(CountedNoise noise) {
    this.noise = noise;
  }

  /** Keys of one target of a run. */
  public static GumbelKeys of(Run run, int target) {
    return new GumbelKeys(CountedNoise.of(run, "draw " + target));
  }

  /** Standard Gumbel noise of a document. */
  public double noise(long document) {
    return -Math.log(-Math.log(noise.uniform(document)));
  }

  /**
   * Key of a document.
   *
   * @param logWeight in nats
   * @param temperature divides the log weight; 1 is the paper's
   */
  public double key(long document, double logWeight, double temperature) {
    return logWeight / temperature + noise(document);
  }
}
