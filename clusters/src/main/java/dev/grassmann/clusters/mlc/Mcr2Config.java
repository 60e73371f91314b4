package dev.grassmann.clusters.mlc;

import dev.grassmann.core.Option;

/** Every option of scoring features with classes. */
public record Mcr2Config(
    @Option(help = "classes: a file of labels, table.csv:column, images, or a data set's name")
        String labels,
    @Option(help = "squared distortion that codes may have", min = 0, minExclusive = true)
        double eps2,
    @Option(help = "scale rows to length 1 first") boolean normalize) {
  /** ε² = 0.1, rows of length 1 given. */
  public static final Mcr2Config DEFAULTS = new Mcr2Config("", 0.1, false);
}
