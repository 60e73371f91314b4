package dev.grassmann.tables.screening.mixed;

/** The gamma function's logarithm, as a ratio that keeps its digits, and its derivative. */
final class GammaFunction {
  /** From here on the asymptotic series have all digits. */
  private static final double FAR = 15;

  private GammaFunction() {}

  /**
   * ln gamma(x + h) - ln gamma(x) - h ln x, which goes to 0 as x grows: the difference of two
   * logarithms of 1e8 would have none of its digits left.
   */
  static double logRatio(double x, double h) {
    double shifted = x;
    double correction = 0;
    while (shifted < FAR) {
      correction -= Math.log((shifted + h) / shifted);
      shifted++;
    }
    correction += h * Math.log(shifted / x);
    double series = series(shifted + h) - series(shifted);
    return (shifted + h - 0.5) * Math.log1p(h / shifted) - h + series + correction;
  }

  /** What Stirling's formula leaves: 1/(12 z) - 1/(360 z^3) + ... */
  private static double series(double z) {
    double w = 1 / (z * z);
    return (1.0 / 12 - w * (1.0 / 360 - w * (1.0 / 1260 - w * (1.0 / 1680 - w / 1188)))) / z;
  }

  static double digamma(double x) {
    double shifted = x;
    double sum = 0;
    while (shifted < FAR) {
      sum -= 1 / shifted;
      shifted++;
    }
    double w = 1 / (shifted * shifted);
    double series = w * (1.0 / 12 - w * (1.0 / 120 - w * (1.0 / 252 - w * (1.0 / 240 - w / 132))));
    return sum + Math.log(shifted) - 0.5 / shifted - series;
  }
}
