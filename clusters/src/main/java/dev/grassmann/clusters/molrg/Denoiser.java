package dev.grassmann.clusters.molrg;

/**
 * Predicts clean points from noisy ones: D(x, sigma) is x_0 as far as one can know it from x = x_0
 * + sigma e. Rows are independent of each other. Whatever schedule a network was trained on, it is
 * asked here at x_t / s, so that s is 1 everywhere.
 */
public interface Denoiser {
  /** Numbers a point. */
  int n();

  /**
   * Predicts x_0 of some rows.
   *
   * @param x rows × n, row-major
   * @param sigma above 0
   * @return rows × n
   */
  double[] predict(double[] x, int rows, double sigma);

  /**
   * J v for some directions v, where J is the derivative of the prediction at one point.
   *
   * @param x n numbers
   * @param directions count × n, one a row
   * @return count × n
   */
  double[] forward(double[] x, double sigma, double[] directions, int count);

  /**
   * Jᵀ u for some directions u.
   *
   * @param x n numbers
   * @param directions count × n, one a row
   * @return count × n
   */
  double[] backward(double[] x, double sigma, double[] directions, int count);

  /** The whole J at one point, n × n, row-major: entry (i, j) is d D_i / d x_j. */
  default double[] jacobian(double[] x, double sigma) {
    int n = n();
    double[] whole = new double[Math.multiplyExact(n, n)];
    int block = Math.min(n, 256);
    for (int from = 0; from < n; from += block) {
      int count = Math.min(block, n - from);
      double[] units = new double[count * n];
      for (int r = 0; r < count; r++) {
        units[r * n + from + r] = 1;
      }
      System.arraycopy(backward(x, sigma, units, count), 0, whole, from * n, count * n);
    }
    return whole;
  }
}
