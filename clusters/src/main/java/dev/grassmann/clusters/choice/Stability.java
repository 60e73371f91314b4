package dev.grassmann.clusters.choice;

import dev.grassmann.clusters.metrics.Agreement;
import dev.grassmann.clusters.spectral.Affinity;
import dev.grassmann.clusters.spectral.SpectralStep;
import dev.grassmann.core.run.Permutation;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.linalg.SymmetricEigen;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Whether the same clusters come out where a part of the points is left out. The graph is computed
 * once and restricted; its eigenvectors, the costly part, serve all numbers of clusters.
 *
 * @param resamples how often
 * @param share of the points that are kept each time
 * @param restarts of k-means
 */
record Stability(int resamples, double share, int restarts) {
  private static final int ITERATIONS = 300;
  private static final double TOLERANCE = 1e-6;
  private static final int CYCLES = 200;

  /**
   * Mean adjusted Rand index over all pairs of clusterings, on the points that both have.
   *
   * @param clusters numbers of clusters, each at least 2 and below what the parts have points
   * @return one number for each
   */
  double[] of(Affinity graph, int[] clusters, Run run) {
    int n = graph.n();
    int size = (int) Math.round(share * n);
    SplittableRandom random = run.random("resamples");
    int most = Arrays.stream(clusters).max().orElseThrow();
    int[][][] labels = new int[clusters.length][resamples][];
    for (int r = 0; r < resamples; r++) {
      run.step("resamples", r, resamples);
      int[] members = Arrays.copyOf(Permutation.of(n, random), size);
      Arrays.sort(members);
      long seed = random.nextLong();
      SymmetricEigen eigen =
          SymmetricEigen.largest(
              graph.restrict(members).normalised(), most, 0, TOLERANCE, CYCLES, seed);
      for (int k = 0; k < clusters.length; k++) {
        int[] some =
            new SpectralStep(clusters[k], restarts, ITERATIONS).labels(eigen, clusters[k], run);
        labels[k][r] = spread(some, members, n);
      }
    }
    run.step("resamples", resamples, resamples);
    return Arrays.stream(labels).mapToDouble(Stability::agreement).toArray();
  }

  /** Labels at the places of all points, -1 for those left out. */
  private static int[] spread(int[] labels, int[] members, int n) {
    int[] all = new int[n];
    Arrays.fill(all, -1);
    for (int m = 0; m < members.length; m++) {
      all[members[m]] = labels[m];
    }
    return all;
  }

  private static double agreement(int[][] labels) {
    double sum = 0;
    int pairs = 0;
    for (int a = 0; a < labels.length; a++) {
      for (int b = 0; b < a; b++) {
        int[] one = new int[labels[a].length];
        int[] other = new int[one.length];
        int both = 0;
        for (int i = 0; i < one.length; i++) {
          if (labels[a][i] >= 0 && labels[b][i] >= 0) {
            one[both] = labels[a][i];
            other[both++] = labels[b][i];
          }
        }
        sum += Agreement.of(Arrays.copyOf(one, both), Arrays.copyOf(other, both)).adjustedRand();
        pairs++;
      }
    }
    return sum / pairs;
  }
}
