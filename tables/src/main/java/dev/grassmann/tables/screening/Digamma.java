package dev.grassmann.tables.screening;

/** The digamma function at whole numbers: harmonic numbers less Euler's constant. */
final class Digamma {
  private static final double EULER = 0.5772156649015328606;

  private final double[] values;

  /**
   * @param most largest argument that will be asked for
   */
  Digamma(int most) {
    values = new double[most + 1];
    values[0] = Double.NaN;
    double harmonic = 0;
    for (int m = 1; m <= most; m++) {
      values[m] = harmonic - EULER;
      harmonic += 1.0 / m;
    }
  }

  double of(int m) {
    return values[m];
  }
}
