package dev.grassmann.dictionaries.choicesae;

import dev.grassmann.core.Option;

/** Options of who chooses, and of the latents that are left behind. */
public record ChoiceOptions(
    @Option(help = "who chooses in the end") Choice choice,
    @Option(help = "how feature choice shares its budget") Quota quota,
    @Option(help = "share of the steps after which feature choice begins", min = 0, max = 1)
        double fcFrom,
    @Option(help = "latents that the auxiliary loss takes up") AuxLoss aux,
    @Option(help = "share of the law's density below which a latent is left behind", min = 0)
        double auxTau,
    @Option(help = "weight of the auxiliary loss", min = 0) double auxWeight,
    @Option(help = "latents a row in that loss; 0: half the dimension", min = 0) int auxK,
    @Option(
            help = "share of the average density that a step renews",
            min = 0,
            minExclusive = true,
            max = 1)
        double densityRate,
    @Option(
            help = "share of a threshold's average that a step keeps",
            min = 0,
            max = 1,
            maxExclusive = true)
        double thresholdDecay,
    @Option(help = "first step that moves the common threshold", min = 0, unit = "steps")
        int thresholdStart) {
  /** Mutual, then Feature Choice by a fitted law. */
  public static final ChoiceOptions DEFAULT =
      new ChoiceOptions(
          Choice.FEATURE, Quota.ZIPF, 0.6, AuxLoss.AUXK, 0.5, 1.0 / 32, 0, 0.01, 0.99, 1_000);
}
