package dev.grassmann.clusters.molrg;

import dev.grassmann.core.Option;

/** Whether points are shown as pictures. */
public record PictureOptions(
    @Option(help = "height of points that are images; 0 for no pictures", min = 0, max = 100_000)
        int height,
    @Option(help = "width of points that are images", min = 0, max = 100_000) int width) {
  /** No pictures. */
  public static final PictureOptions NONE = new PictureOptions(0, 0);
}
