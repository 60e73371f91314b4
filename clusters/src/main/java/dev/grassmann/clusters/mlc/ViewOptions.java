package dev.grassmann.clusters.mlc;

import dev.grassmann.core.Option;

/** How a row is changed into a view of itself: what views agree on is what is learnt. */
public record ViewOptions(
    @Option(help = "Gaussian noise, as a share of the root mean square of all numbers", min = 0)
        double noise,
    @Option(help = "chance of each number to become 0", min = 0, max = 1, maxExclusive = true)
        double drop,
    @Option(
            help = "mix with one of this many nearest rows, by at most a half",
            min = 0,
            max = 1_000)
        int mix,
    @Option(
            help = "stretch a row by a factor that is off 1 by at most this",
            min = 0,
            max = 1,
            maxExclusive = true)
        double stretch,
    @Option(help = "shift images by at most this", min = 0, max = 1_000, unit = "pixels") int shift,
    @Option(help = "share of the images that is shifted", min = 0, max = 1) double shiftShare,
    @Option(help = "height of the images; 0 where rows are no images", min = 0, max = 100_000)
        int height,
    @Option(help = "width of the images", min = 0, max = 100_000) int width) {

  /** Whether a view is the row itself. */
  boolean unchanged() {
    return noise == 0 && drop == 0 && mix == 0 && stretch == 0 && (shift == 0 || shiftShare == 0);
  }
}
