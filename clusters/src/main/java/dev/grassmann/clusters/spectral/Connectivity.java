package dev.grassmann.clusters.spectral;

import dev.grassmann.core.run.Run;
import dev.grassmann.engine.linalg.SymmetricEigen;
import java.util.stream.IntStream;

/** How well the points of one cluster hang together, which needs no classes. */
public final class Connectivity {
  private Connectivity() {}

  /**
   * Algebraic connectivity of each cluster's own graph: the second smallest eigenvalue of its
   * normalised Laplacian, 0 where the cluster falls apart, m / (m - 1) where m points all have the
   * same weight to each other. NaN for a cluster of fewer than two points.
   *
   * @param labels cluster of each point, 0 to {@code clusters - 1}
   */
  public static double[] ofClusters(Affinity graph, int[] labels, int clusters, Run run) {
    double[] connectivity = new double[clusters];
    for (int c = 0; c < clusters; c++) {
      run.step("connectivity", c, clusters);
      int cluster = c;
      int[] members = IntStream.range(0, labels.length).filter(i -> labels[i] == cluster).toArray();
      connectivity[c] = members.length < 2 ? Double.NaN : of(graph.restrict(members), run);
    }
    return connectivity;
  }

  private static double of(Affinity graph, Run run) {
    try {
      long seed = run.random("connectivity").nextLong();
      double second = SymmetricEigen.largest(graph.normalised(), 2, 1e-6, 30, seed).values()[1];
      return Math.max(0, 1 - second);
    } finally {
      if (graph instanceof DenseAffinity dense) {
        dense.close();
      }
    }
  }
}
