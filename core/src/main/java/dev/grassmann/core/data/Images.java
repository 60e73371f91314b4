package dev.grassmann.core.data;

import dev.grassmann.core.InputException;
import java.util.Optional;

/**
 * n images of c × h × w numbers in [0, 1], channel-major within an image (as libtorch wants them).
 *
 * @param pixels one row an image, c·h·w numbers
 * @param channels 1 (grey) or 3 (red, green, blue)
 * @param height rows of pixels
 * @param width columns of pixels
 * @param labels class of each image, where known (e.g. its folder)
 */
public record Images(Vectors pixels, int channels, int height, int width, Optional<Labels> labels) {
  public Images {
    if ((long) channels * height * width != pixels.d()) {
      throw new InputException(
          channels
              + " x "
              + height
              + " x "
              + width
              + " pixels do not make "
              + pixels.d()
              + " numbers",
          "",
          "give the images' true size");
    }
    if (labels.isPresent() && labels.get().n() != pixels.n()) {
      throw new InputException(
          labels.get().n() + " labels for " + pixels.n() + " images",
          "",
          "give one label an image");
    }
  }

  public int n() {
    return pixels.n();
  }
}
