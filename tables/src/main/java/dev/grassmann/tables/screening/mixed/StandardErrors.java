package dev.grassmann.tables.screening.mixed;

import dev.grassmann.tables.screening.mixed.MixedFitter.Fitted;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Covariance of the fixed effects: the inverse of the observed information, by differences of the
 * gradient, or the sandwich of it around the clusters' own gradients. Coefficients that a penalty
 * holds at 0 have none.
 */
final class StandardErrors {
  private static final double STEP = 1e-4;

  private StandardErrors() {}

  /**
   * p by p, in scaled units; NaN where the information is singular.
   *
   * @param sandwich which of the two
   */
  static double[] covariance(Fitted fitted, boolean sandwich) {
    int size = fitted.layout().size();
    int p = fitted.layout().p();
    int[] free = free(fitted, p, size);
    int m = free.length;
    double[] information = new double[m * m];
    for (int a = 0; a < m; a++) {
      double[] up = fitted.parameters().clone();
      double[] down = fitted.parameters().clone();
      up[free[a]] += STEP;
      down[free[a]] -= STEP;
      double[] high = gradient(fitted, up);
      double[] low = gradient(fitted, down);
      for (int b = 0; b < m; b++) {
        double second = (high[free[b]] - low[free[b]]) / (2 * STEP);
        information[a * m + b] += second / 2; // the two halves of a symmetric matrix
        information[b * m + a] += second / 2;
      }
    }
    // a variance at its edge or nu without end leaves a flat direction: a touch of ridge bridges it
    for (int a = 0; a < m; a++) {
      information[a * m + a] += free[a] >= p ? 1e-8 * (1 + Math.abs(information[a * m + a])) : 0;
    }
    double[] whole = new double[p * p];
    if (!SmallMatrix.factor(information, m)) {
      Arrays.fill(whole, Double.NaN);
      return whole;
    }
    double[] inverse = SmallMatrix.inverse(information, m);
    double[] covariance = sandwich ? around(fitted, inverse, free) : inverse;
    for (int a = 0; a < m; a++) {
      for (int b = 0; b < m; b++) {
        if (free[a] < p && free[b] < p) {
          whole[free[a] * p + free[b]] = covariance[a * m + b];
        }
      }
    }
    return whole;
  }

  private static int[] free(Fitted fitted, int p, int size) {
    return IntStream.range(0, size)
        .filter(j -> j == 0 || j >= p || fitted.parameters()[j] != 0)
        .toArray();
  }

  private static double[] around(Fitted fitted, double[] inverse, int[] free) {
    int m = free.length;
    double[] meat = new double[m * m];
    ClusterLikelihood likelihood = new ClusterLikelihood(fitted.layout(), fitted.parameters());
    for (Cluster cluster : fitted.clusters()) {
      double[] own = new double[fitted.layout().size()];
      likelihood.of(cluster, own);
      for (int a = 0; a < m; a++) {
        for (int b = 0; b < m; b++) {
          meat[a * m + b] += own[free[a]] * own[free[b]];
        }
      }
    }
    return SmallMatrix.times(SmallMatrix.times(inverse, meat, m), inverse, m);
  }

  private static double[] gradient(Fitted fitted, double[] parameters) {
    double[] gradient = new double[parameters.length];
    ClusterLikelihood likelihood = new ClusterLikelihood(fitted.layout(), parameters);
    for (Cluster cluster : fitted.clusters()) {
      likelihood.of(cluster, gradient);
    }
    return gradient;
  }
}
