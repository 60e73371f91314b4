package dev.grassmann.clusters.lasso;

import dev.grassmann.clusters.spectral.GraphOptions;
import dev.grassmann.clusters.spectral.Scaling;
import dev.grassmann.core.Option;

/** Every option of sparse subspace clustering by the LASSO. */
public record SscConfig(
    @Option(help = "clusters; 0 to choose by the eigengap", min = 0, max = 100_000) int clusters,
    @Option(
            help = "weight of the error, in units of the least that writes any point",
            min = 0,
            minExclusive = true)
        double alpha,
    @Option(help = "coefficients of a point must sum to 1: for flats that miss the origin")
        boolean affine,
    @Option(
            help = "weight of sparse outliers, in units of one over the longest l1 norm; 0: none",
            min = 0)
        double outliers,
    @Option(help = "sweeps at most", min = 1, max = 100_000) int sweeps,
    @Option(help = "sweeps end when the two copies of C differ by less", min = 0) double tolerance,
    GraphOptions graph,
    @Option(help = "dimension of the subspaces; 0 for what holds 95 %", min = 0, max = 100_000)
        int dimension,
    @Option(help = "starts of k-means in the spectral step", min = 1, max = 10_000) int restarts,
    @Option(help = "memory for matrices of all pairs of points", min = 0, unit = "GB")
        double memory) {
  /** Alpha 20, linear, no outliers, 200 sweeps to 2e-4, coefficients as they are. */
  public static final SscConfig DEFAULTS =
      new SscConfig(0, 20, false, 0, 200, 2e-4, new GraphOptions(Scaling.NONE, 0, 0), 0, 20, 4);
}
