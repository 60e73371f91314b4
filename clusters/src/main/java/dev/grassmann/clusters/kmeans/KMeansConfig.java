package dev.grassmann.clusters.kmeans;

import dev.grassmann.core.Option;

/** Every option of k-means. */
public record KMeansConfig(
    @Option(help = "clusters", min = 2, max = 100_000) int clusters,
    @Option(help = "starts; the one of least inertia is given", min = 1, max = 10_000) int restarts,
    @Option(help = "iterations a start at most", min = 1, max = 1_000_000) int iterations,
    @Option(help = "scale points to length 1 first") boolean unit) {
  /** Eight clusters, ten starts of at most 300 iterations, tolerance 1e-4: scikit-learn's. */
  public static final KMeansConfig DEFAULTS = new KMeansConfig(8, 10, 300, true);
}
