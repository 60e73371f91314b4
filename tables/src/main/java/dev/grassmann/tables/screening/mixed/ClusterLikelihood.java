package dev.grassmann.tables.screening.mixed;

/**
 * The likelihood of one cluster: y ~ t_nu(X b, V) with V = Z D Z^T + s^2 I, or its Gaussian limit,
 * and the derivatives by all parameters. V is never formed: by Woodbury's identity everything runs
 * through the q by q matrix A = s^2 I + L^T Z^T Z L.
 *
 * <p>Minus its logarithm is -ln gamma((nu + n) / 2) + ln gamma(nu / 2) + n/2 ln(nu pi) + 1/2 ln|V|
 * + (nu + n) / 2 ln(1 + delta / nu), delta = r^T V^-1 r.
 */
final class ClusterLikelihood {
  private final Layout layout;
  private final double[] parameters;
  private final double[] factor;
  private final double variance;
  private final double nu;

  ClusterLikelihood(Layout layout, double[] parameters) {
    this.layout = layout;
    this.parameters = parameters;
    this.factor = layout.factor(parameters);
    this.variance = Math.exp(2 * parameters[layout.scale()]);
    this.nu = layout.nu(parameters);
  }

  /**
   * What a cluster is like under the model.
   *
   * @param minusLog minus the logarithm of its density; infinite where the parameters give none
   * @param delta squared Mahalanobis distance from its mean
   * @param weight (nu + n) / (nu + delta): small for an outlying cluster; 1 under Gaussian tails
   * @param effects predictions of its random effects, D Z^T V^-1 r
   * @param residuals y - X b, one a row
   */
  record Term(double minusLog, double delta, double weight, double[] effects, double[] residuals) {}

  /**
   * Evaluates a cluster.
   *
   * @param gradient the derivatives of minus the logarithm are added to it; null where nobody asks
   */
  Term of(Cluster cluster, double[] gradient) {
    int n = cluster.rows();
    int q = layout.q();
    double[] r = residuals(cluster);
    double[] zr = new double[q];
    double rr = 0;
    for (int row = 0; row < n; row++) {
      rr += r[row] * r[row];
      for (int k = 0; k < q; k++) {
        zr[k] += cluster.z()[row * q + k] * r[row];
      }
    }
    double[] a = innerMatrix(cluster);
    if (!SmallMatrix.factor(a, q)) {
      return new Term(Double.POSITIVE_INFINITY, Double.NaN, 1, new double[q], r);
    }
    double[] solved = transposedFactorTimes(zr); // L^T Z^T r, then A^-1 of it
    double[] projected = solved.clone();
    SmallMatrix.solve(a, q, solved);
    double delta = rr;
    double logDet = (n - q) * Math.log(variance);
    for (int k = 0; k < q; k++) {
      delta -= projected[k] * solved[k];
      logDet += 2 * Math.log(a[k * q + k]);
    }
    delta = Math.max(0, delta / variance);
    double[] c = factorTimes(solved); // L A^-1 L^T Z^T r, which is D Z^T V^-1 r
    double weight = Double.isInfinite(nu) ? 1 : (nu + n) / (nu + delta);
    if (gradient != null) {
      addGradient(cluster, r, zr, a, c, delta, weight, gradient);
    }
    return new Term(minusLog(n, delta, logDet), delta, weight, c, r);
  }

  private double minusLog(int n, double delta, double logDet) {
    if (Double.isInfinite(nu)) {
      return 0.5 * (n * Math.log(2 * Math.PI) + logDet + delta);
    }
    return -GammaFunction.logRatio(nu / 2, n / 2.0)
        + 0.5 * n * Math.log(2 * Math.PI)
        + 0.5 * logDet
        + 0.5 * (nu + n) * Math.log1p(delta / nu);
  }

  private double[] residuals(Cluster cluster) {
    int p = layout.p();
    double[] r = cluster.y().clone();
    for (int row = 0; row < r.length; row++) {
      for (int j = 0; j < p; j++) {
        r[row] -= cluster.x()[row * p + j] * parameters[j];
      }
    }
    return r;
  }

  /** s^2 I + L^T Z^T Z L. */
  private double[] innerMatrix(Cluster cluster) {
    int q = layout.q();
    double[] right = SmallMatrix.times(cluster.zz(), factor, q);
    double[] a = SmallMatrix.times(SmallMatrix.transposed(factor, q), right, q);
    for (int k = 0; k < q; k++) {
      a[k * q + k] += variance;
    }
    return a;
  }

  private double[] factorTimes(double[] v) {
    int q = layout.q();
    double[] product = new double[q];
    for (int i = 0; i < q; i++) {
      for (int j = 0; j <= i; j++) {
        product[i] += factor[i * q + j] * v[j];
      }
    }
    return product;
  }

  private double[] transposedFactorTimes(double[] v) {
    int q = layout.q();
    double[] product = new double[q];
    for (int i = 0; i < q; i++) {
      for (int j = 0; j <= i; j++) {
        product[j] += factor[i * q + j] * v[i];
      }
    }
    return product;
  }

  private void addGradient(
      Cluster cluster,
      double[] r,
      double[] zr,
      double[] cholesky,
      double[] c,
      double delta,
      double weight,
      double[] gradient) {
    int n = cluster.rows();
    int p = layout.p();
    int q = layout.q();
    double aa = 0;
    for (int row = 0; row < n; row++) { // alpha = V^-1 r
      double alpha = r[row];
      for (int k = 0; k < q; k++) {
        alpha -= cluster.z()[row * q + k] * c[k];
      }
      alpha /= variance;
      aa += alpha * alpha;
      for (int j = 0; j < p; j++) {
        gradient[j] -= weight * cluster.x()[row * p + j] * alpha;
      }
    }
    double[] g = zr.clone(); // Z^T V^-1 r
    for (int i = 0; i < q; i++) {
      for (int k = 0; k < q; k++) {
        g[i] -= cluster.zz()[i * q + k] * c[k];
      }
      g[i] /= variance;
    }
    double[] inverse = SmallMatrix.inverse(cholesky, q);
    addScatter(cluster, inverse, g, weight, gradient);
    double trace = 0;
    for (int k = 0; k < q; k++) {
      trace += inverse[k * q + k];
    }
    double traceOfInverse = (n - q) / variance + trace; // of V^-1
    gradient[layout.scale()] += variance * (traceOfInverse - weight * aa);
    if (layout.tails() == MixedConfig.Tails.ESTIMATED && nu < Layout.MOST_NU) {
      gradient[layout.scale() + 1] += (nu - Layout.LEAST_NU) * byNu(n, delta);
    }
  }

  /** By L: (Z^T V^-1 Z - w g g^T) L, as dV = Z (dL L^T + L dL^T) Z^T. */
  private void addScatter(
      Cluster cluster, double[] inverse, double[] g, double weight, double[] gradient) {
    int q = layout.q();
    double[] middle =
        SmallMatrix.times(
            SmallMatrix.times(factor, inverse, q), SmallMatrix.transposed(factor, q), q);
    double[] zz = cluster.zz();
    double[] correction = SmallMatrix.times(SmallMatrix.times(zz, middle, q), zz, q);
    double[] outer = new double[q * q];
    for (int i = 0; i < q; i++) {
      for (int j = 0; j < q; j++) {
        int at = i * q + j;
        outer[at] = (zz[at] - correction[at]) / variance - weight * g[i] * g[j];
      }
    }
    double[] byFactor = SmallMatrix.times(outer, factor, q);
    int at = layout.p();
    for (int i = 0; i < q; i++) {
      for (int j = 0; j <= i; j++) {
        double chain = i == j ? factor[i * q + i] : 1;
        gradient[at++] += byFactor[i * q + j] * chain;
      }
    }
  }

  private double byNu(int n, double delta) {
    double ratio = delta / nu;
    return -0.5 * GammaFunction.digamma((nu + n) / 2)
        + 0.5 * GammaFunction.digamma(nu / 2)
        + n / (2 * nu)
        + 0.5 * Math.log1p(ratio)
        - 0.5 * (nu + n) * ratio / nu / (1 + ratio);
  }

  /** D = L L^T. */
  double[] scatter() {
    int q = layout.q();
    return SmallMatrix.times(factor, SmallMatrix.transposed(factor, q), q);
  }
}
