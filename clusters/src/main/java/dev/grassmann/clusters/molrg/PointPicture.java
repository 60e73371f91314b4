package dev.grassmann.clusters.molrg;

import dev.grassmann.core.InputException;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Locale;

/**
 * Points as small pictures, grey or in three planes of colour; numbers outside the range are shown
 * as its ends, and kept as they are everywhere else.
 *
 * @param height of the pictures; 0 where points are no pictures
 * @param width of the pictures
 * @param low what black is
 * @param high what white is
 */
public record PointPicture(int height, int width, double low, double high) {
  private static final int LEAST_SIDE = 48;
  private static final int GAP = 3; // between the points of a strip, in pixels

  /** With the range of some rows. */
  static PointPicture of(int height, int width, float[] rows, int n) {
    boolean none = height == 0 && width == 0;
    long pixels = (long) height * width;
    if (!none && (pixels == 0 || (pixels != n && 3 * pixels != n))) {
      throw new InputException(
          String.format(Locale.ROOT, "%,d x %,d pixels do not make %,d numbers", height, width, n),
          "--height, --width",
          "give the images' true size, or neither");
    }
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (float x : rows) {
      low = Math.min(low, x);
      high = Math.max(high, x);
    }
    return new PointPicture(height, width, low, high > low ? high : low + 1);
  }

  boolean possible() {
    return height > 0;
  }

  BufferedImage draw(double[] point) {
    int scale = Math.max(1, (LEAST_SIDE + width - 1) / width);
    BufferedImage image =
        new BufferedImage(width * scale, height * scale, BufferedImage.TYPE_INT_RGB);
    int plane = height * width;
    for (int y = 0; y < height * scale; y++) {
      for (int x = 0; x < width * scale; x++) {
        int at = y / scale * width + x / scale;
        int red = level(point[at]);
        boolean colour = point.length == 3 * plane;
        int green = colour ? level(point[plane + at]) : red;
        int blue = colour ? level(point[2 * plane + at]) : red;
        image.setRGB(x, y, red << 16 | green << 8 | blue);
      }
    }
    return image;
  }

  /** Points side by side, with a narrow gap. */
  BufferedImage drawStrip(double[] points, int count) {
    int n = points.length / count;
    BufferedImage strip = null;
    for (int i = 0; i < count; i++) {
      BufferedImage one = draw(Arrays.copyOfRange(points, i * n, (i + 1) * n));
      if (strip == null) {
        int width = count * (one.getWidth() + GAP) - GAP;
        strip = new BufferedImage(width, one.getHeight(), BufferedImage.TYPE_INT_ARGB);
      }
      int left = i * (one.getWidth() + GAP);
      for (int y = 0; y < one.getHeight(); y++) {
        for (int x = 0; x < one.getWidth(); x++) {
          strip.setRGB(left + x, y, one.getRGB(x, y));
        }
      }
    }
    return strip;
  }

  private int level(double value) {
    double share = (value - low) / (high - low);
    return (int) Math.round(255 * Math.min(1, Math.max(0, share)));
  }
}
