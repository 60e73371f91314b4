package dev.grassmann.tables.screening.mixed;

/**
 * The rows of one cluster.
 *
 * @param y outcomes, one a row
 * @param x fixed effects, row-major, rows by p
 * @param z random effects, row-major, rows by q
 * @param zz Z^T Z, q by q
 */
record Cluster(double[] y, double[] x, double[] z, double[] zz) {
  static Cluster of(double[] y, double[] x, double[] z) {
    int q = z.length / y.length;
    double[] zz = new double[q * q];
    for (int row = 0; row < y.length; row++) {
      for (int a = 0; a < q; a++) {
        for (int b = 0; b < q; b++) {
          zz[a * q + b] += z[row * q + a] * z[row * q + b];
        }
      }
    }
    return new Cluster(y, x, z, zz);
  }

  int rows() {
    return y.length;
  }

  /** Each row times its weight. */
  Cluster weighted(double[] roots) {
    double[] wy = y.clone();
    double[] wx = x.clone();
    double[] wz = z.clone();
    int p = x.length / y.length;
    int q = z.length / y.length;
    for (int row = 0; row < y.length; row++) {
      wy[row] *= roots[row];
      for (int j = 0; j < p; j++) {
        wx[row * p + j] *= roots[row];
      }
      for (int j = 0; j < q; j++) {
        wz[row * q + j] *= roots[row];
      }
    }
    return of(wy, wx, wz);
  }
}
