package dev.grassmann.cli.explore;

import dev.grassmann.core.data.Images;
import java.awt.image.BufferedImage;
import java.util.Optional;

/** Rows that are images, enlarged where they are tiny. */
record PictureView(Images images) implements RowView {
  private static final int SMALLEST = 64;

  @Override
  public String caption(int row) {
    return images
        .labels()
        .map(labels -> labels.names().get(labels.codes()[row]))
        .orElse("image " + row);
  }

  @Override
  public Optional<BufferedImage> picture(int row) {
    float[] pixels = new float[images.pixels().d()];
    images.pixels().copyRow(row, pixels);
    float most = 1; // pixels should end at 1; digits of 0 to 16 do not
    for (float pixel : pixels) {
      most = Math.max(most, pixel);
    }
    return Optional.of(draw(pixels, 0, most));
  }

  /** Grey is 0, white the largest magnitude upwards, black downwards. */
  @Override
  public Optional<BufferedImage> direction(float[] values) {
    float most = 1e-12f;
    for (float value : values) {
      most = Math.max(most, Math.abs(value));
    }
    return Optional.of(draw(values, -most, most));
  }

  private BufferedImage draw(float[] pixels, float low, float high) {
    int height = images.height();
    int width = images.width();
    int zoom = Math.max(1, SMALLEST / Math.max(height, width));
    BufferedImage image =
        new BufferedImage(width * zoom, height * zoom, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height * zoom; y++) {
      for (int x = 0; x < width * zoom; x++) {
        image.setRGB(x, y, colour(pixels, y / zoom * width + x / zoom, low, high));
      }
    }
    return image;
  }

  private int colour(float[] pixels, int at, float low, float high) {
    int plane = images.height() * images.width();
    int rgb = 0;
    for (int channel = 0; channel < 3; channel++) {
      int from = images.channels() == 3 ? channel * plane + at : at;
      float share = (pixels[from] - low) / (high - low);
      rgb = rgb << 8 | Math.round(255 * Math.max(0, Math.min(1, share)));
    }
    return rgb;
  }
}
