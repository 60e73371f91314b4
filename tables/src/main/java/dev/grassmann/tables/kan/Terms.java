package dev.grassmann.tables.kan;

import dev.grassmann.engine.kernel.Kernel;

/**
 * A sum of stretches of one array, each times a number, that is added to a stretch of another one:
 * collected four at a time, so that the sum is loaded and stored once for four products.
 */
final class Terms {
  private static final Kernel KERNEL = Kernel.best();

  private final float[] factors = new float[4];
  private final int[] from = new int[4];
  private final float[] x;
  private final int length;
  private float[] y;
  private int at;
  private int count;

  /**
   * @param x what stretches are taken of
   * @param length of a stretch
   */
  Terms(float[] x, int length) {
    this.x = x;
    this.length = length;
  }

  /** Starts a sum that is added to {@code y} from {@code yFrom} on. */
  void to(float[] target, int yFrom) {
    y = target;
    at = yFrom;
  }

  /** Adds one product. */
  void add(float factor, int xFrom) {
    factors[count] = factor;
    from[count] = xFrom;
    if (++count == 4) {
      KERNEL.axpy4(factors, from, 0, x, y, at, length);
      count = 0;
    }
  }

  /** Adds what is left; the sum is whole. */
  void end() {
    for (int term = 0; term < count; term++) {
      KERNEL.axpy(factors[term], x, from[term], y, at, length);
    }
    count = 0;
  }
}
