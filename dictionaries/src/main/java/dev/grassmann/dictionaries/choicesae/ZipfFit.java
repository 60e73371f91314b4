package dev.grassmann.dictionaries.choicesae;

import java.util.Arrays;

/**
 * A Zipf law with an offset, c_r = C (r + q)^-s for ranks r = 1, 2, .. by falling density.
 *
 * @param scale C
 * @param exponent s, above 0
 * @param offset q, at least 0
 */
public record ZipfFit(double scale, double exponent, double offset) {
  /** Fewest latents to fit a law to. */
  static final int FEWEST = 10;

  /** Share of the lowest ranks that are left out: the law does not hold at the low end. */
  private static final double LOW_END = 0.1;

  /** Exponents up to this are rounding, not a fall. */
  private static final double FLAT = 1e-9;

  private static final int USUAL_OFFSET = 8;

  /** What is used where nothing can be fitted: s = 1, q = 8. */
  public static ZipfFit fallback() {
    return new ZipfFit(1, 1, USUAL_OFFSET);
  }

  /** Density of a rank, from 1. */
  public double at(int rank) {
    return scale * Math.pow(rank + offset, -exponent);
  }

  /**
   * Fits by least squares of logarithms, over offsets 0, 1, 2, 4, 8, .. up to a quarter of the
   * latents.
   *
   * @param densities of all latents, in any order; those that are 0 are left out
   * @return {@link #fallback} where fewer than 10 latents are active, or density does not fall
   */
  public static ZipfFit of(double[] densities) {
    double[] falling =
        Arrays.stream(densities).filter(c -> c > 0).map(c -> -c).sorted().map(c -> -c).toArray();
    int ranks = falling.length - (int) (LOW_END * falling.length);
    if (falling.length < FEWEST) {
      return fallback();
    }
    ZipfFit best = null;
    double least = Double.POSITIVE_INFINITY;
    int largest = Math.max(USUAL_OFFSET, densities.length / 4);
    for (int q = 0; q <= largest; q = q == 0 ? 1 : 2 * q) {
      double[] line = line(falling, ranks, q);
      if (-line[1] > FLAT && line[2] < least) {
        least = line[2];
        best = new ZipfFit(Math.exp(line[0]), -line[1], q);
      }
    }
    return best == null ? fallback() : best;
  }

  /** Intercept, slope and squared error of log c against log(r + q). */
  private static double[] line(double[] falling, int ranks, int q) {
    double meanX = 0;
    double meanY = 0;
    for (int r = 0; r < ranks; r++) {
      meanX += Math.log(r + 1.0 + q) / ranks;
      meanY += Math.log(falling[r]) / ranks;
    }
    double xx = 0;
    double xy = 0;
    for (int r = 0; r < ranks; r++) {
      double x = Math.log(r + 1.0 + q) - meanX;
      xx += x * x;
      xy += x * (Math.log(falling[r]) - meanY);
    }
    double slope = xy / xx;
    double intercept = meanY - slope * meanX;
    double error = 0;
    for (int r = 0; r < ranks; r++) {
      double off = Math.log(falling[r]) - intercept - slope * Math.log(r + 1.0 + q);
      error += off * off;
    }
    return new double[] {intercept, slope, error};
  }
}
