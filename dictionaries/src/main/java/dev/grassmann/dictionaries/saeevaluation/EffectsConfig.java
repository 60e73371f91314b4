package dev.grassmann.dictionaries.saeevaluation;

import dev.grassmann.core.Option;

/** Options of {@code sae effects}. */
public record EffectsConfig(
    @Option(help = "folder of the sae train run whose latents are looked at") String dictionary,
    @Option(help = "folder of the sae testbed run whose model the vectors come from") String model,
    @Option(help = "where in the model they come from, e.g. z.2 or resid_mid.1") String site,
    @Option(help = "table of the vectors' prompts, as sae testbed wrote it") String prompts,
    @Option(help = "words shown for a latent, up and down", min = 1, max = 1_000) int words,
    @Option(help = "readers shown for a latent", min = 1, max = 1_000) int readers) {
  static final EffectsConfig DEFAULT = new EffectsConfig("", "", "", "", 4, 3);
}
