package dev.grassmann.clusters.tsc;

import dev.grassmann.core.Option;

/** Every option of thresholding-based subspace clustering. */
public record TscConfig(
    @Option(help = "clusters; 0 to choose by the eigengap", min = 0, max = 100_000) int clusters,
    @Option(help = "most aligned points that each is joined with", min = 1, max = 10_000)
        int neighbours,
    @Option(help = "dimension of the subspaces; 0 for what holds 95 %", min = 0, max = 100_000)
        int dimension,
    @Option(help = "starts of k-means in the spectral step", min = 1, max = 10_000) int restarts) {
  /** Five neighbours. */
  public static final TscConfig DEFAULTS = new TscConfig(0, 5, 0, 20);
}
