package dev.grassmann.clusters.ssc;

import dev.grassmann.clusters.spectral.GraphOptions;
import dev.grassmann.clusters.spectral.Scaling;
import dev.grassmann.core.Option;

/** Every option of SSC-OMP; the reference program's defaults. */
public record SscOmpConfig(
    @Option(help = "clusters; 0 to choose by the eigengap", min = 0, max = 100_000) int clusters,
    @Option(help = "points that one point is written with at most", min = 1, max = 1_000)
        int sparsity,
    @Option(help = "squared residual below which a point counts as written", min = 0)
        double threshold,
    GraphOptions graph,
    @Option(help = "dimension of the subspaces; 0 for what holds 95 %", min = 0, max = 100_000)
        int dimension,
    @Option(help = "starts of k-means in the spectral step", min = 1, max = 10_000) int restarts,
    @Option(
            help = "memory for the inner products of all pairs; beyond it they come in blocks",
            min = 0,
            unit = "GB")
        double memory) {
  /** Ten points, threshold 1e-6, coefficients scaled to length 1. */
  public static final SscOmpConfig DEFAULTS =
      new SscOmpConfig(0, 10, 1e-6, new GraphOptions(Scaling.L2, 0, 0), 0, 20, 4);
}
