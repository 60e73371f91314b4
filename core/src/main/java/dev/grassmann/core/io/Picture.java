package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * One decoded PNG or JPEG.
 *
 * @param image its pixels
 * @param where file, for refusals
 */
record Picture(BufferedImage image, String where) {
  /** Pixels that one byte of a file can stand for at most: a blank 1-bit PNG has 8,256. */
  private static final long PIXELS_PER_BYTE = 10_000;

  private static final long MOST_PIXELS = 1L << 28;

  /**
   * Decodes a picture after a look at the size that its header claims.
   *
   * @param where what it is called in refusals
   * @throws InputException where it is no picture or its size is absurd
   */
  static Picture read(Path file, String where) {
    try (ImageInputStream in = inMemory(Files.readAllBytes(file))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new InputException("is no picture", where, "leave it out or save it as PNG");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        requireSize(reader.getWidth(0), reader.getHeight(0), in.length(), where);
        return new Picture(reader.read(0), where);
      } finally {
        reader.dispose();
      }
    } catch (InputException e) {
      throw e;
    } catch (IOException | RuntimeException e) { // broken pictures raise nearly anything
      throw new InputException(
          "cannot be read as a picture", where, "leave it out or save it again", e);
    }
  }

  /** ImageIO's own stream would write a temporary file for each picture. */
  private static ImageInputStream inMemory(byte[] bytes) {
    return new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes)) {
      @Override
      public long length() {
        return bytes.length;
      }
    };
  }

  private static void requireSize(int width, int height, long bytes, String where) {
    long pixels = (long) width * height;
    if (width < 1 || height < 1 || pixels > Math.min(MOST_PIXELS, PIXELS_PER_BYTE * bytes)) {
      throw new InputException(
          "claims " + width + " x " + height + " pixels in a file of " + bytes + " bytes",
          where,
          "leave it out or fetch it again");
    }
  }

  int width() {
    return image.getWidth();
  }

  int height() {
    return image.getHeight();
  }

  /** Fills {@code target[at ..)} with the plane of grey, or returns false where there is colour. */
  boolean copyGrey(float[] target, int at) {
    if (isGreyRaster()) {
      copyBand(target, at);
      return true;
    }
    int[] rgb = rgb();
    for (int i = 0; i < rgb.length; i++) {
      int red = rgb[i] >> 16 & 0xff;
      if (red != (rgb[i] >> 8 & 0xff) || red != (rgb[i] & 0xff)) {
        return false;
      }
      target[at + i] = red / 255f;
    }
    return true;
  }

  /** Fills {@code target[at ..)} with the planes of red, green and blue. */
  void copyColour(float[] target, int at) {
    int plane = width() * height();
    if (isGreyRaster()) {
      for (int c = 0; c < 3; c++) {
        copyBand(target, at + c * plane);
      }
      return;
    }
    int[] rgb = rgb();
    for (int i = 0; i < plane; i++) {
      target[at + i] = (rgb[i] >> 16 & 0xff) / 255f;
      target[at + plane + i] = (rgb[i] >> 8 & 0xff) / 255f;
      target[at + 2 * plane + i] = (rgb[i] & 0xff) / 255f;
    }
  }

  private int[] rgb() {
    return image.getRGB(0, 0, width(), height(), null, 0, width());
  }

  private boolean isGreyRaster() {
    return image.getColorModel().getNumColorComponents() == 1
        && !(image.getColorModel() instanceof IndexColorModel);
  }

  /** The stored numbers: getRGB would take them for linear light and brighten them. */
  private void copyBand(float[] target, int at) {
    Raster raster = image.getRaster();
    float most = (1 << image.getSampleModel().getSampleSize(0)) - 1;
    int[] line = new int[width()];
    for (int y = 0; y < height(); y++) {
      raster.getSamples(0, y, width(), 1, 0, line);
      for (int x = 0; x < line.length; x++) {
        target[at + y * line.length + x] = line[x] / most;
      }
    }
  }
}
