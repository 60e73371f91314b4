package dev.grassmann.tables.dsir;

import dev.grassmann.core.run.Run;

/**
 * Keys whose k largest are a draw of k without replacement in proportion to the weights: log w + G
 * with G = -ln(-ln U), U uniform (Gumbel top-k). U is a function of seed, target and document
 * number only, so the draw does not depend on who computes a key, or when.
 */
public final class GumbelKeys {
  private static final long STEP = 0x9E3779B97F4A7C15L;

  private final long start;

  private GumbelKeys(long start) {
    this.start = start;
  }

  /** Keys of one target of a run. */
  public static GumbelKeys of(Run run, int target) {
    return new GumbelKeys(run.random("dsir draw " + target).nextLong());
  }

  /** Standard Gumbel noise of a document. */
  public double noise(long document) {
    long z = start + (document + 1) * STEP; // a counter, spread by a finaliser of 64 bits
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    z ^= z >>> 31;
    double u = ((z >>> 11) + 0.5) * 0x1.0p-53; // never 0 or 1
    return -Math.log(-Math.log(u));
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
