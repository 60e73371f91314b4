package dev.grassmann.tables.quickselection;

/**
 * Random numbers by place instead of by turn: the draw for a place depends on the key and the place
 * only. So the noise of a cell, "drawn once before training", need not be kept, which would cost as
 * much memory as the data made dense; and whoever works on a place draws the same, however many
 * threads there are. Each 64-bit word gives four draws of 16 bits.
 */
record Draws(long key) {
  private static final int MAGNITUDES = 1 << 12;

  /** Equally likely magnitudes of a normal variable: small enough to stay in the first cache. */
  private static final float[] MAGNITUDE = magnitudes();

  /** Four draws for a place. */
  long word(long place) {
    return mixed(key + place * 0x9E3779B97F4A7C15L);
  }

  /** Draw {@code which} (0 to 3) of a word, 0 to 65,535. */
  static int draw(long word, int which) {
    return (int) (word >>> (16 * which)) & 0xFFFF;
  }

  /**
   * Draw {@code which} of a word as a standard normal variable: one of 8,192 equally likely values,
   * mean 0, variance 1, none beyond 3.9.
   */
  static float normal(long word, int which) {
    int draw = draw(word, which);
    // the sign bit directly: a branch that is taken half of the time would cost more than all else
    return Float.intBitsToFloat(Float.floatToRawIntBits(MAGNITUDE[draw >>> 4]) ^ (draw << 31));
  }

  /** All bits depend on all bits (Stafford's variant 13 of the finaliser of MurmurHash3). */
  static long mixed(long word) {
    long z = (word ^ (word >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Quantiles in the middle of each of equally likely stretches, scaled to variance 1. */
  private static float[] magnitudes() {
    double[] quantile = new double[MAGNITUDES];
    double z = 0;
    double squares = 0;
    for (int i = 0; i < MAGNITUDES; i++) {
      double half = (i + 0.5) / MAGNITUDES / 2; // probability between 0 and the quantile
      double off;
      do { // Newton's method from the quantile before
        off = (between(z) - half) / density(z);
        z -= off;
      } while (Math.abs(off) > 1e-10);
      quantile[i] = z;
      squares += z * z;
    }
    double scale = Math.sqrt(MAGNITUDES / squares);
    float[] magnitude = new float[MAGNITUDES];
    for (int i = 0; i < MAGNITUDES; i++) {
      magnitude[i] = (float) (scale * quantile[i]);
    }
    return magnitude;
  }

  private static double density(double z) {
    return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
  }

  /** Probability of a normal variable between 0 and z: density times z + z³/3 + z⁵/(3·5) + ... */
  private static double between(double z) {
    double term = z;
    double sum = z;
    for (int k = 3; term > 1e-17 * sum; k += 2) {
      term *= z * z / k;
      sum += term;
    }
    return density(z) * sum;
  }
}
