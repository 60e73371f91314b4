package dev.grassmann.tables.dsir;

import dev.grassmann.core.run.Run;

/** Uniform numbers that are functions of a seed, a purpose and a document's number only. */
final class CountedNoise {
  private static final long STEP = 0x9E3779B97F4A7C15L;

  private final long start;

  private CountedNoise(long start) {
    this.start = start;
  }

  static CountedNoise of(Run run, String purpose) {
    return new CountedNoise(run.random("dsir " + purpose).nextLong());
  }

  /** Within 0 .. 1, never either. */
  double uniform(long document) {
    long z = start + (document + 1) * STEP; // a counter, spread by a finaliser of 64 bits
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    z ^= z >>> 31;
    return ((z >>> 11) + 0.5) * 0x1.0p-53;
  }
}
