package dev.grassmann.clusters.kss;

import dev.grassmann.core.Option;

/** Every option of k-subspaces. */
public record KSubspacesConfig(
    @Option(help = "clusters", min = 2, max = 100_000) int clusters,
    @Option(help = "dimension of every subspace", min = 1, max = 100_000) int dimension,
    @Option(
            help = "starts from random subspaces; the one of least cost is given",
            min = 1,
            max = 100_000)
        int restarts,
    @Option(help = "rounds a start at most", min = 1, max = 100_000) int iterations) {
  /** Eight clusters of dimension 5, twenty starts of at most 100 rounds. */
  public static final KSubspacesConfig DEFAULTS = new KSubspacesConfig(8, 5, 20, 100);
}
