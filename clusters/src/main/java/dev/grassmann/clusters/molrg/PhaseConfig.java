package dev.grassmann.clusters.molrg;

import dev.grassmann.core.Option;
import java.util.List;

/** Every option of the table of sufficient samples. */
public record PhaseConfig(
    @Option(help = "dimension of the space", min = 2, max = 100_000) int ambient,
    @Option(help = "subspaces at right angles to each other", min = 1, max = 1_000) int clusters,
    @Option(help = "dimensions of the subspaces to try", min = 1, max = 100_000)
        List<Integer> dimensions,
    @Option(help = "numbers of points of each subspace to try", min = 1, max = 1_000_000)
        List<Integer> points,
    @Option(help = "standard deviation of noise in every coordinate", min = 0) double noise,
    @Option(help = "draws of subspaces and points a cell", min = 1, max = 100_000) int draws,
    @Option(help = "starts of k-subspaces; more sharpen the transition", min = 1, max = 100_000)
        int restarts,
    @Option(
            help = "error of the projectors below which subspaces are found",
            min = 0,
            minExclusive = true,
            max = 1)
        double success,
    @Option(help = "what looks for the subspaces") Solver solver) {
  /** Two subspaces of dimension 2 to 6 in R^48, 2 to 30 points each, 20 draws. */
  public static final PhaseConfig DEFAULTS =
      new PhaseConfig(
          48,
          2,
          List.of(2, 3, 4, 5, 6),
          List.of(2, 3, 4, 5, 6, 8, 12, 18, 30),
          0.01,
          20,
          30,
          0.1,
          Solver.SUBSPACES);
}
