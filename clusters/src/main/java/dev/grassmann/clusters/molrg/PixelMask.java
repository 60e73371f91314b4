package dev.grassmann.clusters.molrg;

import dev.grassmann.core.InputException;
import java.util.List;

/** A rectangle of an image's pixels as marks on a point's numbers, in all its planes. */
final class PixelMask {
  private PixelMask() {}

  /**
   * @param rectangle top, left, height, width; empty for no mask
   * @return n marks; null for no mask
   * @throws InputException for a rectangle of no pixel, or outside the image
   */
  static boolean[] of(List<Integer> rectangle, PictureOptions size, int n) {
    if (rectangle.isEmpty()) {
      return null;
    }
    if (rectangle.size() != 4) {
      throw new InputException(
          "has " + rectangle.size() + " numbers", "--mask", "give top,left,height,width");
    }
    int top = rectangle.get(0);
    int left = rectangle.get(1);
    int rows = rectangle.get(2);
    int columns = rectangle.get(3);
    if (rows == 0 || columns == 0) {
      throw new InputException("holds no pixel", "--mask", "give a height and a width above 0");
    }
    if (size.height() == 0) {
      throw new InputException(
          "a mask needs images", "--mask", "give --height and --width of the points");
    }
    if (top + rows > size.height() || left + columns > size.width()) {
      throw new InputException(
          "leaves the image of " + size.height() + " x " + size.width() + " pixels",
          "--mask",
          "give a rectangle inside it");
    }
    boolean[] mask = new boolean[n];
    int plane = size.height() * size.width();
    for (int p = 0; p < n; p++) {
      int y = p % plane / size.width();
      int x = p % size.width();
      mask[p] = y >= top && y < top + rows && x >= left && x < left + columns;
    }
    return mask;
  }

  /** The other numbers. */
  static boolean[] complement(boolean[] mask) {
    boolean[] other = new boolean[mask.length];
    for (int p = 0; p < mask.length; p++) {
      other[p] = !mask[p];
    }
    return other;
  }
}
