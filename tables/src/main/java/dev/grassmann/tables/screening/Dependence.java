package dev.grassmann.tables.screening;

/** Ways between correlation and mutual information. */
public final class Dependence {
  private Dependence() {}

  /**
   * Mutual information of two jointly normal variables, -1/2 ln(1 - r^2), in nats; infinite for a
   * correlation of 1 or -1.
   *
   * @param correlation -1 to 1
   */
  public static double gaussianNats(double correlation) {
    return -0.5 * Math.log1p(-correlation * correlation);
  }

  /**
   * The correlation that two jointly normal variables of this mutual information have, 0 to 1
   * (Linfoot 1957): sqrt(1 - e^(-2 nats)).
   *
   * @param nats mutual information, at least 0
   */
  public static double linfoot(double nats) {
    return Math.sqrt(-Math.expm1(-2 * nats));
  }
}
