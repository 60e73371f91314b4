package dev.grassmann.clusters.mlc;

import dev.grassmann.core.Option;

/** Every option of making a matrix doubly stochastic. */
public record SinkhornConfig(
    @Option(help = "balance the cosines between the rows, not the rows themselves") boolean cosines,
    @Option(
            help = "entropy: small keeps the largest entries, large spreads",
            min = 0,
            minExclusive = true)
        double eta,
    @Option(help = "half-steps at most", min = 2, max = 10_000_000) int halfSteps,
    @Option(help = "how near to 1 the sums must come", min = 0, minExclusive = true)
        double tolerance) {
  /** The matrix itself, η = 0.1, sums within 1e-9 of 1. */
  public static final SinkhornConfig DEFAULTS = new SinkhornConfig(false, 0.1, 100_000, 1e-9);
}
