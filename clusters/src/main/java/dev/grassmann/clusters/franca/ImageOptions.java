package dev.grassmann.clusters.franca;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Option;
import dev.grassmann.core.data.Images;
import dev.grassmann.core.data.Vectors;
import java.util.Optional;

/** How a row of numbers is an image. */
public record ImageOptions(
    @Option(help = "height of the images; 0 for square ones", min = 0, max = 100_000) int height,
    @Option(help = "width of the images; 0 for square ones", min = 0, max = 100_000) int width) {
  /**
   * The rows as images, channel after channel.
   *
   * @throws InputException where a row is no whole number of channels, 1 or 3
   */
  Images of(Vectors rows) {
    int tall = height;
    int wide = width;
    if (tall == 0 && wide == 0) {
      int side = (int) Math.round(Math.sqrt(rows.d()));
      int third = (int) Math.round(Math.sqrt(rows.d() / 3.0));
      tall = side * side == rows.d() ? side : third;
      wide = tall;
    }
    int area = tall * wide;
    if (area == 0 || (rows.d() != area && rows.d() != 3 * area)) {
      throw new InputException(
          "rows of " + rows.d() + " numbers are no images of " + tall + " x " + wide,
          "--height",
          "give the height and width of images of 1 or 3 channels");
    }
    return new Images(rows, rows.d() / area, tall, wide, Optional.empty());
  }
}
