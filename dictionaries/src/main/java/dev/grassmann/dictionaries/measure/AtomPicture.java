package dev.grassmann.dictionaries.measure;

import java.awt.image.BufferedImage;

/** Numbers of either sign as a small picture: white is 0, red above, blue below. */
final class AtomPicture {
  /** Sides of a number's square, in pixels of the picture. */
  private static final int SCALE = 6;

  private AtomPicture() {}

  static BufferedImage of(float[] numbers, int height, int width) {
    float largest = Float.MIN_NORMAL; // all zeros are white
    for (float x : numbers) {
      largest = Math.max(largest, Math.abs(x));
    }
    BufferedImage image =
        new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height * SCALE; y++) {
      for (int x = 0; x < width * SCALE; x++) {
        image.setRGB(x, y, colour(numbers[y / SCALE * width + x / SCALE] / largest));
      }
    }
    return image;
  }

  /** Share of the largest, -1 to 1. */
  private static int colour(float share) {
    int faded = Math.round(255 * (1 - Math.min(1, Math.abs(share))));
    return share >= 0 ? 0xFF0000 | faded << 8 | faded : faded << 16 | faded << 8 | 0xFF;
  }
}
