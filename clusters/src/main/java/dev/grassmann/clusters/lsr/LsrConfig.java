package dev.grassmann.clusters.lsr;

import dev.grassmann.clusters.spectral.Scaling;
import dev.grassmann.core.Option;

/** Every option of least squares regression. */
public record LsrConfig(
    @Option(help = "clusters; 0 to choose by the eigengap", min = 0, max = 100_000) int clusters,
    @Option(help = "ridge", min = 0, minExclusive = true) double lambda,
    @Option(help = "no point may write itself") boolean zeroDiagonal,
    @Option(help = "what a point's coefficients are divided by") Scaling scaling,
    @Option(help = "neighbours kept a point in the graph; 0 for all", min = 0, max = 100_000)
        int top,
    @Option(help = "dimension of the subspaces; 0 for what holds 95 %", min = 0, max = 100_000)
        int dimension,
    @Option(help = "starts of k-means in the spectral step", min = 1, max = 10_000) int restarts,
    @Option(help = "memory for matrices of all pairs of points", min = 0, unit = "GB")
        double memory) {
  /** Ridge 0.1 (the reference program has 1 / 10), coefficients as they are, all neighbours. */
  public static final LsrConfig DEFAULTS = new LsrConfig(0, 0.1, false, Scaling.NONE, 0, 0, 20, 4);
}
