package dev.grassmann.clusters.ensc;

import dev.grassmann.clusters.spectral.GraphOptions;
import dev.grassmann.clusters.spectral.Scaling;
import dev.grassmann.core.Option;

/** Every option of elastic net subspace clustering. */
public record EnscConfig(
    @Option(help = "clusters; 0 to choose by the eigengap", min = 0, max = 100_000) int clusters,
    @Option(
            help = "weight of the error, in units of the least that writes a point at all",
            min = 0,
            minExclusive = true)
        double gamma,
    @Option(
            help = "share of the l1 norm in the penalty; 1 is the LASSO",
            min = 0,
            minExclusive = true,
            max = 1)
        double tau,
    @Option(help = "points that may write one at first", min = 1, max = 100_000) int support,
    @Option(help = "rounds of taking points in", min = 1, max = 10_000) int rounds,
    @Option(help = "largest coefficients kept a point", min = 1, max = 100_000) int kept,
    GraphOptions graph,
    @Option(help = "dimension of the subspaces; 0 for what holds 95 %", min = 0, max = 100_000)
        int dimension,
    @Option(help = "starts of k-means in the spectral step", min = 1, max = 10_000) int restarts) {
  /** Gamma 50, tau 0.9, 100 points at first, 40 rounds, 50 kept, coefficients of length 1. */
  public static final EnscConfig DEFAULTS =
      new EnscConfig(0, 50, 0.9, 100, 40, 50, new GraphOptions(Scaling.L2, 0, 0), 0, 20);
}
