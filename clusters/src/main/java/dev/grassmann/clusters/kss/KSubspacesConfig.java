package dev.grassmann.clusters.kss;

import dev.grassmann.core.Option;

/** Every option of k-subspaces. */
public record KSubspacesConfig(
    @Option(help = "clusters", min = 2, max = 100_000) int clusters,
    @Option(help = "dimension of the subspaces", min = 1, max = 100_000) int dimension,
    @Option(help = "starts from random subspaces; the best is given", min = 1, max = 100_000)
        int restarts,
    @Option(help = "iterations a start at most", min = 1, max = 100_000) int iterations) {
  /** Ten clusters of dimension 5, twenty starts. */
  public static final KSubspacesConfig DEFAULTS = new KSubspacesConfig(10, 5, 20, 100);
}
