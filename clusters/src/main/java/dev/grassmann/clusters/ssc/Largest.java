package dev.grassmann.clusters.ssc;

/**
 * The atom that matches best. Of atoms that match equally well but for rounding the first is taken,
 * so that the choice depends neither on the order of additions nor on the number of threads.
 */
final class Largest {
  /** Relative difference below which two correlations count as equal. */
  static final double TIE = 1e-10;

  private static final int CHUNK = 512;

  private Largest() {}

  /** Place of the first number whose magnitude is the largest of {@code numbers[0 .. n)}. */
  static int magnitude(double[] numbers, int n) {
    double largest = 0;
    for (int from = 0; from < n; from += CHUNK) {
      largest = Math.max(largest, over(numbers, from, Math.min(n, from + CHUNK)));
    }
    double enough = largest * (1 - TIE);
    int at = 0;
    while (at < n - 1 && Math.abs(numbers[at]) < enough) {
      at++;
    }
    return at;
  }

  /** Four running maxima, because each has to wait for its own last comparison only. */
  private static double over(double[] numbers, int from, int to) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = from;
    for (; i + 3 < to; i += 4) {
      a = Math.max(a, Math.abs(numbers[i]));
      b = Math.max(b, Math.abs(numbers[i + 1]));
      c = Math.max(c, Math.abs(numbers[i + 2]));
      d = Math.max(d, Math.abs(numbers[i + 3]));
    }
    for (; i < to; i++) {
      a = Math.max(a, Math.abs(numbers[i]));
    }
    return Math.max(Math.max(a, b), Math.max(c, d));
  }
}
