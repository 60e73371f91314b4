package dev.grassmann.tables.screening.mixed;

/**
 * Where the parameters lie in one vector: p fixed effects, the lower factor L of the scatter D = L
 * L^T row by row with the logarithms of its diagonal, ln s, and where it is estimated ln (nu -
 * 1/2).
 *
 * @param p fixed effects
 * @param q random effects
 * @param tails what the degrees of freedom are
 * @param nu where they are fixed
 */
record Layout(int p, int q, MixedConfig.Tails tails, double nu) {

  static final double LEAST_NU = 0.5;

  /** Beyond it nothing changes but rounding. */
  static final double MOST_NU = 1e7;

  int size() {
    return scale() + 1 + (tails == MixedConfig.Tails.ESTIMATED ? 1 : 0);
  }

  /** Place of ln s. */
  int scale() {
    return p + q * (q + 1) / 2;
  }

  /** Degrees of freedom; infinite for Gaussian tails. */
  double nu(double[] parameters) {
    return switch (tails) {
      case GAUSSIAN -> Double.POSITIVE_INFINITY;
      case FIXED -> nu;
      case ESTIMATED ->
          Math.min(MOST_NU, LEAST_NU + Math.exp(Math.min(20, parameters[scale() + 1])));
    };
  }

  /** L, q by q. */
  double[] factor(double[] parameters) {
    double[] factor = new double[q * q];
    int at = p;
    for (int i = 0; i < q; i++) {
      for (int j = 0; j <= i; j++) {
        double value = parameters[at++];
        factor[i * q + j] = i == j ? Math.exp(value) : value;
      }
    }
    return factor;
  }
}
