package dev.grassmann.clusters.kss;

import dev.grassmann.core.Option;

/** Every option of ensemble k-subspaces. */
public record EkssConfig(
    @Option(help = "clusters", min = 2, max = 100_000) int clusters,
    @Option(help = "dimension of every subspace", min = 1, max = 100_000) int dimension,
    @Option(help = "clusterings that vote", min = 1, max = 100_000) int votes,
    @Option(help = "rounds of each; 0 for random subspaces alone", min = 0, max = 1_000) int rounds,
    @Option(help = "strongest companions kept a point", min = 1, max = 100_000) int neighbours,
    @Option(help = "starts of k-means in the spectral step", min = 1, max = 10_000) int restarts) {
  /** Eight clusters of dimension 5, a thousand votes of three rounds, five companions. */
  public static final EkssConfig DEFAULTS = new EkssConfig(8, 5, 1000, 3, 5, 20);
}
