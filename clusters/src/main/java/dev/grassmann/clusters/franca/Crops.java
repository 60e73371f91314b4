package dev.grassmann.clusters.franca;

import java.util.SplittableRandom;

/**
 * Cuts views out of images: a random rectangle, resampled bilinearly to a square, perhaps mirrored,
 * brightness and contrast changed.
 *
 * @param channels of an image; rows of pixels are channel-major
 */
record Crops(int channels, int height, int width, CropOptions options) {
  private static final double ASPECT = 4.0 / 3;
  private static final int TRIES = 10;

  /**
   * @param image its numbers
   * @param leastScale least share of the image's area
   * @param mostScale largest share
   * @param size of the view, which is written to {@code target[to ..]}
   */
  void cut(
      float[] image,
      double leastScale,
      double mostScale,
      int size,
      SplittableRandom random,
      float[] target,
      int to) {
    double cropHeight = height;
    double cropWidth = width;
    for (int t = 0; t < TRIES; t++) {
      double area = height * width * (leastScale + (mostScale - leastScale) * random.nextDouble());
      double aspect = Math.exp((2 * random.nextDouble() - 1) * Math.log(ASPECT));
      double h = Math.sqrt(area / aspect);
      double w = Math.sqrt(area * aspect);
      if (h <= height && w <= width) {
        cropHeight = h;
        cropWidth = w;
        break;
      }
    }
    double top = random.nextDouble() * (height - cropHeight);
    double left = random.nextDouble() * (width - cropWidth);
    boolean mirrored = options.flip() && random.nextBoolean();
    double bright = 1 + options.jitter() * (2 * random.nextDouble() - 1);
    double contrast = 1 + options.jitter() * (2 * random.nextDouble() - 1);
    new Resampling(channels, height, width)
        .rectangle(image, top, left, cropHeight, cropWidth, size, mirrored, target, to);
    double mean = 0;
    int count = channels * size * size;
    for (int p = to; p < to + count; p++) {
      mean += target[p] / (double) count;
    }
    for (int p = to; p < to + count; p++) {
      target[p] = (float) (bright * (mean + contrast * (target[p] - mean)));
    }
  }
}
