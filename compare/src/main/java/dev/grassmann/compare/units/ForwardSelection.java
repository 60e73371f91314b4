package dev.grassmann.compare.units;

/**
 * How many units it takes to explain a target: they are taken one by one, each time the one that
 * explains most of what is left. Pivoted Cholesky on the correlation matrix, O(p k²) for k units.
 */
final class ForwardSelection {
  private static final double ROUNDING = 1e-10;

  private final double[] r;
  private final int p;

  ForwardSelection(double[] r, int p) {
    this.r = r;
    this.p = p;
  }

  /**
   * Number of units whose least squares explains at least {@code wanted} of the target.
   *
   * @param correlations of the target with each unit
   * @param wanted R² to reach
   */
  int units(double[] correlations, double wanted) {
    double[] left = correlations.clone();
    double[] variance = new double[p];
    java.util.Arrays.fill(variance, 1);
    double[][] factors = new double[p][];
    double explained = 0;
    int count = 0;
    while (explained < wanted && count < p) {
      int best = best(left, variance);
      if (best < 0) {
        break;
      }
      double root = Math.sqrt(variance[best]);
      double[] factor = new double[p];
      for (int j = 0; j < p; j++) {
        double entry = r[best * p + j];
        for (int t = 0; t < count; t++) {
          entry -= factors[t][best] * factors[t][j];
        }
        factor[j] = entry / root;
      }
      double along = left[best] / root;
      explained += along * along;
      for (int j = 0; j < p; j++) {
        variance[j] -= factor[j] * factor[j];
        left[j] -= factor[j] * along;
      }
      variance[best] = 0; // exactly, so that nobody is taken twice
      factors[count++] = factor;
    }
    return count;
  }

  private int best(double[] left, double[] variance) {
    int best = -1;
    double most = 0;
    for (int j = 0; j < p; j++) {
      if (variance[j] > ROUNDING && left[j] * left[j] / variance[j] > most) {
        most = left[j] * left[j] / variance[j];
        best = j;
      }
    }
    return best;
  }
}
