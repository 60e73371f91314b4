package dev.grassmann.clusters.molrg;

/**
 * Numerical rank of a Jacobian as the authors count it: the first r for which sqrt(s_1² + ... +
 * s_r²) exceeds 0.99 of the whole root, which is 98.01 % of the energy.
 */
final class NumericalRank {
  private static final double HELD = 0.99;

  private NumericalRank() {}

  /**
   * @param singularValues descending
   * @return at least 1; 0 where all are zero
   */
  static int of(double[] singularValues) {
    double whole = 0;
    for (double s : singularValues) {
      whole += s * s;
    }
    double sum = 0;
    for (int r = 0; r < singularValues.length; r++) {
      sum += singularValues[r] * singularValues[r];
      if (Math.sqrt(sum) > HELD * Math.sqrt(whole)) {
        return r + 1;
      }
    }
    return 0;
  }
}
