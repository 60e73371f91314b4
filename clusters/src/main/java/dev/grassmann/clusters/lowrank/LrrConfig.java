package dev.grassmann.clusters.lowrank;

import dev.grassmann.core.Option;

/** Every option of low-rank representation. */
public record LrrConfig(
    @Option(help = "clusters; 0 to choose by the eigengap", min = 0, max = 100_000) int clusters,
    @Option(help = "weight of points that do not fit; 0 for none, in closed form", min = 0)
        double lambda,
    @Option(
            help = "leading directions that the closed form uses; 0 for all above rounding",
            min = 0,
            max = 100_000)
        int rank,
    @Option(help = "power of the cosines that make the graph, a of (M M^T)^2a", min = 1, max = 16)
        int power,
    @Option(help = "steps at most", min = 1, max = 100_000) int steps,
    @Option(
            help = "steps end when the constraints are missed by less",
            min = 0,
            minExclusive = true)
        double tolerance,
    @Option(help = "dimension of the subspaces; 0 for what holds 95 %", min = 0, max = 100_000)
        int dimension,
    @Option(help = "starts of k-means in the spectral step", min = 1, max = 10_000) int restarts,
    @Option(help = "memory for matrices of all pairs of points", min = 0, unit = "GB")
        double memory) {
  /** Lambda 0.5, a = 2, 1,000 steps to 1e-6. */
  public static final LrrConfig DEFAULTS = new LrrConfig(0, 0.5, 0, 2, 1000, 1e-6, 0, 20, 4);
}
