package dev.grassmann.clusters.lowrank;

import dev.grassmann.clusters.spectral.Scaling;
import dev.grassmann.core.Option;

/** Every option of low-rank subspace clustering. */
public record LrscConfig(
    @Option(help = "clusters; 0 to choose by the eigengap", min = 0, max = 100_000) int clusters,
    @Option(
            help = "weight of the error: directions of singular value below 1/sqrt(tau) are noise",
            min = 0,
            minExclusive = true)
        double tau,
    @Option(help = "what a point's coefficients are divided by") Scaling scaling,
    @Option(help = "neighbours kept a point in the graph; 0 for all", min = 0, max = 100_000)
        int top,
    @Option(
            help =
                "power a of the graph (M M^T)^2a of cosines, as LRR's; 0 for the graph of the"
                    + " coefficients",
            min = 0,
            max = 16)
        int power,
    @Option(help = "dimension of the subspaces; 0 for what holds 95 %", min = 0, max = 100_000)
        int dimension,
    @Option(help = "starts of k-means in the spectral step", min = 1, max = 10_000) int restarts,
    @Option(help = "memory for matrices of all pairs of points", min = 0, unit = "GB")
        double memory) {
  /** Tau 10, the graph of the coefficients as they are, all neighbours. */
  public static final LrscConfig DEFAULTS = new LrscConfig(0, 10, Scaling.NONE, 0, 0, 0, 20, 4);
}
