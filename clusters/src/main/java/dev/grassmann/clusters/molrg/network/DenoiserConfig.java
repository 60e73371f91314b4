package dev.grassmann.clusters.molrg.network;

import dev.grassmann.clusters.molrg.Schedule;
import dev.grassmann.clusters.molrg.TrainingOptions;
import dev.grassmann.clusters.molrg.Weighting;
import dev.grassmann.core.Option;

/** Every option of a fully connected denoiser. */
public record DenoiserConfig(
    @Option(help = "width of the hidden layers", min = 1, max = 1 << 16) int width,
    @Option(help = "hidden layers", min = 1, max = 100) int layers,
    TrainingOptions training,
    @Option(help = "points after which the average has forgotten half; 0 for no average", min = 0)
        long halfLife,
    @Option(help = "scale all points alike to --sigma-data") boolean scaling) {
  /** Three layers of 256, 4,000 steps of Adam at 1e-3 on EDM's noise, no average. */
  public static final DenoiserConfig DEFAULTS =
      new DenoiserConfig(
          256, 3, new TrainingOptions(4_000, 256, 1e-3, Weighting.EDM, Schedule.EDM, 0.5), 0, true);
}
