package dev.grassmann.clusters.molrg;

import dev.grassmann.core.InputException;
import dev.grassmann.core.subspace.Subspace;

/**
 * One low-rank Gaussian, N(mean, U diag(variances) Uᵀ).
 *
 * @param share of the mixture, above 0
 * @param mean n numbers
 * @param subspace columns are U, n × d
 * @param variances along U's columns, d numbers above 0
 */
public record Component(double share, double[] mean, Subspace subspace, double[] variances) {
  public Component {
    mean = mean.clone();
    variances = variances.clone();
    if (!(share > 0)
        || mean.length != subspace.ambientDimension()
        || variances.length != subspace.dimension()) {
      throw new IllegalArgumentException(
          share + " of " + mean.length + " numbers and " + variances.length + " variances");
    }
    for (double variance : variances) {
      if (!(variance > 0 && variance < Double.POSITIVE_INFINITY)) {
        throw new InputException(
            "a variance is " + variance, "", "give numbers above 0, or fewer dimensions");
      }
    }
  }

  /** Of the theory: mean 0, variance 1 in every direction of a subspace. */
  public static Component isotropic(double share, Subspace subspace) {
    double[] ones = new double[subspace.dimension()];
    java.util.Arrays.fill(ones, 1);
    return new Component(share, new double[subspace.ambientDimension()], subspace, ones);
  }

  /** A copy. */
  @Override
  public double[] mean() {
    return mean.clone();
  }

  /** A copy. */
  @Override
  public double[] variances() {
    return variances.clone();
  }

  /** Dimension of the subspace. */
  public int d() {
    return variances.length;
  }
}
