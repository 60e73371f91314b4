package dev.grassmann.tables.screening;

/**
 * p ln p for many p. A density on a grid of 300 x 300 asks for 90,000 logarithms a column, which by
 * {@link Math#log} cost as much as the Fourier transforms. Here ln comes from a table by the
 * leading bits of the number, and four terms of a series for the rest, whose fifth is below 1e-17.
 */
final class Logarithm {
  private static final int BITS = 10;
  private static final double[] INVERSE = new double[1 << BITS];
  private static final double[] LN = new double[1 << BITS];
  private static final double LN_2 = Math.log(2);

  static {
    for (int i = 0; i < INVERSE.length; i++) {
      double middle = 1 + (i + 0.5) / INVERSE.length;
      INVERSE[i] = 1 / middle;
      LN[i] = Math.log(middle);
    }
  }

  private Logarithm() {}

  /** p ln p of a positive, normal number. */
  static double entropy(double p) {
    long bits = Double.doubleToRawLongBits(p);
    int exponent = (int) (bits >> 52) - 1023;
    int index = (int) (bits >> (52 - BITS)) & ((1 << BITS) - 1);
    double fraction = Double.longBitsToDouble((bits & 0x000FFFFFFFFFFFFFL) | 0x3FF0000000000000L);
    double r = fraction * INVERSE[index] - 1;
    double series = r * (1 - r * (1.0 / 2 - r * (1.0 / 3 - r / 4)));
    return p * (exponent * LN_2 + LN[index] + series);
  }
}
