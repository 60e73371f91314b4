package dev.grassmann.tables.screening;

/** Rules for the bandwidth of a density estimate. */
public enum Bandwidth {
  /** sigma (3n/4)^(-1/5), sigma the smaller of standard deviation and IQR / 1.349. */
  SILVERMAN,
  /** sigma n^(-1/5). */
  SCOTT,
  /** Improved Sheather-Jones: the fixed point of Botev, Grotowski, Kroese 2010. */
  ISJ,
  /** One interquartile range, whatever the data, as the released program uses. */
  AS_RELEASED;

  /** IQR of the standard normal distribution. */
  private static final double NORMAL_IQR = 1.3489795003921634;

  /** Distance of its percentiles 1 and 99. */
  private static final double NORMAL_98 = 4.6526957480816815;

  /** The bandwidth in the unit of the numbers; above 0 unless all of them are equal. */
  double of(Ordered numbers) {
    int n = numbers.count();
    return switch (this) {
      case SILVERMAN -> sigma(numbers) * Math.pow(0.75 * n, -0.2);
      case SCOTT -> sigma(numbers) * Math.pow(n, -0.2);
      case ISJ -> SheatherJones.bandwidth(numbers, SILVERMAN.of(numbers));
      case AS_RELEASED -> numbers.scale();
    };
  }

  /** Where half of the numbers are equal their IQR is 0: then by a wider span, or all of them. */
  private static double sigma(Ordered numbers) {
    double iqr = numbers.iqr() / NORMAL_IQR;
    if (iqr > 0) {
      return Math.min(numbers.deviation(), iqr);
    }
    double wide = (numbers.quantile(0.99) - numbers.quantile(0.01)) / NORMAL_98;
    return wide > 0 ? wide : numbers.deviation();
  }
}
