package dev.grassmann.dictionaries.standard;

import dev.grassmann.core.Option;

/** Options of the threshold that takes the place of a batch's choice when encoding. */
public record Averaging(
    @Option(
            help = "share of the threshold's average that a step keeps",
            min = 0,
            max = 1,
            maxExclusive = true)
        double thresholdDecay,
    @Option(help = "first step that moves the threshold", min = 0, unit = "steps")
        int thresholdStart) {
  /** As in dictionary_learning. */
  public static final Averaging DEFAULT = new Averaging(0.999, 1_000);
}
