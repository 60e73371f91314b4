package dev.grassmann.dictionaries.train;

import java.util.SplittableRandom;

/** Random numbers of a training that depend on seed, purpose and step alone. */
public final class Draws {
  private Draws() {}

  /** A generator for one purpose and step, so that a resumed training draws the same. */
  public static SplittableRandom of(long seed, String purpose, long step) {
    return new SplittableRandom((seed * 31 + purpose.hashCode()) * 0x9E3779B97F4A7C15L + step);
  }
}
