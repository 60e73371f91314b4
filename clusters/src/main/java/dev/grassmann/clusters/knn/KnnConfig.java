package dev.grassmann.clusters.knn;

import dev.grassmann.core.Option;

/** Every option of spectral clustering of nearest neighbours. */
public record KnnConfig(
    @Option(help = "clusters; 0 to choose by the eigengap", min = 0, max = 100_000) int clusters,
    @Option(help = "nearest other points that a point is joined with", min = 1, max = 1_000)
        int neighbours,
    @Option(help = "scale points to length 1 first") boolean unit,
    @Option(help = "dimension of the subspaces; 0 for what holds 95 %", min = 0, max = 100_000)
        int dimension,
    @Option(help = "starts of k-means in the spectral step", min = 1, max = 10_000) int restarts) {
  /** Five neighbours, points of length 1. */
  public static final KnnConfig DEFAULTS = new KnnConfig(0, 5, true, 0, 20);
}
