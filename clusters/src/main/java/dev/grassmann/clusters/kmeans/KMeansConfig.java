package dev.grassmann.clusters.kmeans;

import dev.grassmann.core.Option;

/** Every option of k-means. */
public record KMeansConfig(
    @Option(help = "clusters", min = 2, max = 100_000) int clusters,
    @Option(help = "starts", min = 1, max = 10_000) int restarts,
    @Option(help = "iterations a start at most", min = 1, max = 1_000_000) int iterations,
    @Option(help = "dimension of the subspaces; 0 for what holds 95 %", min = 0, max = 100_000)
        int dimension) {
  /** Ten clusters, ten starts. */
  public static final KMeansConfig DEFAULTS = new KMeansConfig(10, 10, 300, 0);
}
