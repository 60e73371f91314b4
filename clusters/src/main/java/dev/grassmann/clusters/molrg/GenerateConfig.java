package dev.grassmann.clusters.molrg;

import dev.grassmann.core.Option;
import java.util.List;

/** Every option of drawing points near planted subspaces. */
public record GenerateConfig(
    @Option(help = "dimension of the space, e.g. height x width x 3", min = 2, max = 1 << 20)
        int ambient,
    @Option(help = "subspaces", min = 1, max = 100_000) int clusters,
    @Option(help = "dimension of every subspace, or of each", min = 1, max = 100_000)
        List<Integer> dimension,
    @Option(help = "points of each subspace", min = 1, max = 100_000_000) int points,
    @Option(help = "standard deviation of noise in every coordinate", min = 0) double noise,
    @Option(help = "subspaces at right angles to each other") boolean orthogonal) {
  /**
   * The authors' training set: resolution 4, so 48 numbers, two of dimension 7, 350 points each.
   */
  public static final GenerateConfig DEFAULTS = new GenerateConfig(48, 2, List.of(7), 350, 0, true);
}
