package dev.grassmann.clusters.franca;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.linalg.KMeans;
import java.util.Arrays;

/**
 * Where the tokens of each cluster lie: k-means on tokens, and the entropy of each cluster's
 * histogram over places. Clusters of things are spread over the places, clusters of places are not.
 *
 * @param entropies of the clusters, in nats; at most the logarithm of the number of places
 * @param shares clusters × places, each row summing to 1
 */
record SpatialEntropy(double[] entropies, double[][] shares) {
  private static final int RESTARTS = 1;
  private static final int ITERATIONS = 50;

  /**
   * @param z features of tokens, items × places × d
   */
  static SpatialEntropy of(float[] z, int d, int places, int clusters, Run run) {
    int[] labels =
        new KMeans(clusters, RESTARTS, ITERATIONS, 1e-4)
            .fit(Vectors.of(z, z.length / d, d), run)
            .labels();
    double[][] shares = new double[clusters][places];
    double[] size = new double[clusters];
    for (int i = 0; i < labels.length; i++) {
      shares[labels[i]][i % places]++;
      size[labels[i]]++;
    }
    double[] entropies = new double[clusters];
    for (int c = 0; c < clusters; c++) {
      for (int p = 0; p < places; p++) {
        shares[c][p] /= Math.max(1, size[c]);
        entropies[c] -= shares[c][p] > 0 ? shares[c][p] * Math.log(shares[c][p]) : 0;
      }
    }
    return new SpatialEntropy(entropies, shares);
  }

  double mean() {
    return Arrays.stream(entropies).average().orElse(Double.NaN);
  }
}
