package dev.grassmann.clusters.franca;

/**
 * Bilinear resampling of a rectangle of an image to a square.
 *
 * @param channels of an image; its numbers are channel-major
 */
record Resampling(int channels, int height, int width) {
  /**
   * @param top of the rectangle in pixels, and so on
   * @param size side of the square, which is written to {@code target[to ..]}
   */
  void rectangle(
      float[] image,
      double top,
      double left,
      double tall,
      double wide,
      int size,
      boolean mirrored,
      float[] target,
      int to) {
    for (int c = 0; c < channels; c++) {
      for (int y = 0; y < size; y++) {
        double fromY = top + (y + 0.5) * tall / size - 0.5;
        for (int x = 0; x < size; x++) {
          int place = mirrored ? size - 1 - x : x;
          double fromX = left + (place + 0.5) * wide / size - 0.5;
          target[to + (c * size + y) * size + x] = (float) sample(image, c, fromY, fromX);
        }
      }
    }
  }

  private double sample(float[] image, int channel, double y, double x) {
    double inY = Math.max(0, Math.min(height - 1, y));
    double inX = Math.max(0, Math.min(width - 1, x));
    int y0 = (int) inY;
    int x0 = (int) inX;
    int y1 = Math.min(y0 + 1, height - 1);
    int x1 = Math.min(x0 + 1, width - 1);
    double fy = inY - y0;
    double fx = inX - x0;
    int plane = channel * height * width;
    double upper = (1 - fx) * image[plane + y0 * width + x0] + fx * image[plane + y0 * width + x1];
    double lower = (1 - fx) * image[plane + y1 * width + x0] + fx * image[plane + y1 * width + x1];
    return (1 - fy) * upper + fy * lower;
  }
}
