package dev.grassmann.clusters.ssc;

/** How far the float32 numbers that propose atoms may be off, and when float64 ones are equal. */
final class Rounding {
  /** Half the distance of float32 numbers around 1. */
  static final double FLOAT = 0x1p-24;

  /**
   * Relative difference below which two correlations count as equal: of such atoms the first is
   * taken, so that the choice depends neither on the order of additions nor on the threads.
   */
  static final double TIE = 1e-10;

  private Rounding() {}

  /** Largest error of the inner product of two vectors of length 1, both rounded to float32. */
  static double ofProduct(int d) {
    return (d + 4) * FLOAT;
  }
}
