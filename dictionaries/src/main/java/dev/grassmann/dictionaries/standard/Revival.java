package dev.grassmann.dictionaries.standard;

import dev.grassmann.core.Option;

/** Options for latents that fell silent. */
public record Revival(
    @Option(help = "rows after which a silent latent is dead", min = 1, unit = "rows")
        long deadAfter,
    @Option(
            help = "give dead latents new weights so often; 0: never",
            min = 0,
            max = 1 << 30,
            unit = "steps")
        int resampleEvery,
    @Option(
            help = "norm of a resampled encoder row, as a share of the living rows' mean norm",
            min = 0,
            minExclusive = true)
        double resampleNorm) {
  /** Dead after ten million rows, never resampled. */
  public static final Revival DEFAULT = new Revival(10_000_000, 0, 0.2);
}
