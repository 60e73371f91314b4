package dev.grassmann.tables;

/** The digamma function of whole numbers: psi(1) = -gamma, psi(n + 1) = psi(n) + 1 / n. */
public final class Digamma {
  private static final double EULER = 0.57721566490153286061;

  private final double[] values;

  /**
   * @param largest argument that will be asked for
   */
  public Digamma(int largest) {
    values = new double[largest + 1];
    values[0] = Double.NaN;
    double sum = -EULER;
    for (int n = 1; n <= largest; n++) {
      values[n] = sum;
      sum += 1.0 / n;
    }
  }

  /** psi(n), n at least 1. */
  public double of(int n) {
    return values[n];
  }
}
