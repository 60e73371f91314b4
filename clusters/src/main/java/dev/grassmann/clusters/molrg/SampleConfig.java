package dev.grassmann.clusters.molrg;

import dev.grassmann.core.Option;

/** Every option of drawing samples from a denoiser. */
public record SampleConfig(
    @Option(help = "folder of the denoiser's run, or a TorchScript file") String model,
    @Option(help = "samples to draw", min = 1, max = 1_000_000) int count,
    HeunOptions sampler,
    @Option(
            help = "cosine with a training point from which on a sample is no new one",
            min = 0,
            max = 1)
        double similarity,
    PictureOptions picture,
    ModelOptions options) {
  /** 100 samples by the authors' sampler, new ones below a cosine of 0.6. */
  public static final SampleConfig DEFAULTS =
      new SampleConfig(
          "", 100, HeunOptions.DEFAULTS, 0.6, PictureOptions.NONE, ModelOptions.DEFAULTS);
}
