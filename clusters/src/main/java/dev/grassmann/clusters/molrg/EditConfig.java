package dev.grassmann.clusters.molrg;

import dev.grassmann.core.Option;
import java.util.List;

/** Every option of editing a point along a denoiser's directions. */
public record EditConfig(
    @Option(help = "folder of the denoiser's run, or a TorchScript file") String model,
    @Option(help = "row of the point to edit, from 0", min = 0) int row,
    @Option(help = "rows that the same directions are tried on, too", min = 0)
        List<Integer> transfer,
    @Option(help = "time of the edit", min = 0, minExclusive = true, max = 1) double time,
    @Option(help = "directions", min = 1, max = 1_000) int directions,
    @Option(help = "how far a strip goes, in units of x_t", min = 0, minExclusive = true)
        double scale,
    @Option(help = "steps to either side of a strip", min = 1, max = 100) int strip,
    @Option(help = "steps of DDIM from noise to data", min = 2, max = 100_000) int steps,
    @Option(help = "share of those steps that put noise in again, at the end", min = 0, max = 1)
        double fresh,
    @Option(help = "pixels whose prediction counts: top,left,height,width; empty for all", min = 0)
        List<Integer> mask,
    @Option(help = "directions of the other pixels that are taken off", min = 0, max = 1_000)
        int nullRank,
    PictureOptions picture,
    ModelOptions options) {
  /** Time 0.6, three directions, a strip of ±2 in three steps, 100 steps of DDIM. */
  public static final EditConfig DEFAULTS =
      new EditConfig(
          "",
          0,
          List.of(),
          0.6,
          3,
          2,
          3,
          100,
          0.2,
          List.of(),
          10,
          PictureOptions.NONE,
          ModelOptions.DEFAULTS);
}
