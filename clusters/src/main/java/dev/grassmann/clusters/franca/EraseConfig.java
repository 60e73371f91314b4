package dev.grassmann.clusters.franca;

import dev.grassmann.core.Option;

/** Every option of erasing what a linear probe reads off features. */
public record EraseConfig(
    @Option(help = "rows of the grid of tokens that each image has", min = 0, max = 10_000)
        int gridRows,
    @Option(help = "columns of that grid", min = 0, max = 10_000) int gridColumns,
    @Option(help = "what to erase instead of positions: a file of vectors, one a row")
        String targets,
    @Option(help = "times that a probe is fitted and its directions removed", min = 1, max = 10_000)
        int iterations,
    @Option(
            help = "end once the probe's error is this share of guessing's; 1 to go on",
            min = 0,
            max = 1,
            minExclusive = true)
        double saturated,
    @Option(help = "passes over the data a probe", min = 1, max = 1_000_000, unit = "passes")
        int epochs,
    @Option(help = "images a step; rows a step without a grid", min = 1, max = 10_000_000)
        int batch,
    @Option(help = "learning rate of the probe", min = 0, minExclusive = true) double rate,
    @Option(help = "as published: probes start at random, removed directions are not kept out")
        boolean parity,
    @Option(
            help = "clusters of tokens whose positions are looked at; 0 for none",
            min = 0,
            max = 1_000)
        int clusters) {
  /** Eight iterations of ten passes at 0.02; the next one ends at 95 % of guessing's error. */
  public static final EraseConfig DEFAULTS =
      new EraseConfig(0, 0, "", 8, 0.95, 10, 8, 0.02, false, 16);
}
