package dev.grassmann.clusters.molrg.network;

import dev.grassmann.clusters.molrg.Schedule;
import dev.grassmann.clusters.molrg.TrainingOptions;
import dev.grassmann.clusters.molrg.Weighting;
import dev.grassmann.core.Option;
import java.util.List;

/** Every option of a convolutional denoiser of images. */
public record UnetConfig(
    @Option(help = "channels at each resolution; each but the first halves it", min = 1)
        List<Integer> channels,
    TrainingOptions training,
    @Option(help = "images after which the average has forgotten half; 0 for no average", min = 0)
        long halfLife,
    @Option(help = "scale all images alike to --sigma-data") boolean scaling) {
  /** 32, 64 and 64 channels, 4,000 steps of 64 images, Adam at 1e-3 on EDM's noise. */
  public static final UnetConfig DEFAULTS =
      new UnetConfig(
          List.of(32, 64, 64),
          new TrainingOptions(4_000, 64, 1e-3, Weighting.EDM, Schedule.EDM, 0.5),
          0,
          true);
}
