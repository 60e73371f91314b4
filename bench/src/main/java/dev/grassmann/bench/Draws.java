package dev.grassmann.bench;

import java.util.SplittableRandom;

/** Random work of a fixed seed. */
final class Draws {
  private final SplittableRandom random;

  Draws(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** Standard normal numbers times a scale. */
  float[] normal(int count, double scale) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) (scale * random.nextGaussian());
    }
    return numbers;
  }

  /** Normal rows scaled to unit length, count × d. */
  float[] unitRows(int count, int d) {
    float[] rows = normal(count * d, 1);
    for (int i = 0; i < count; i++) {
      double square = 0;
      for (int j = 0; j < d; j++) {
        square += (double) rows[i * d + j] * rows[i * d + j];
      }
      float scale = (float) (1 / Math.sqrt(square));
      for (int j = 0; j < d; j++) {
        rows[i * d + j] *= scale;
      }
    }
    return rows;
  }

  /** A whole number from 0 to bound - 1. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** A number of [low, high). */
  double between(double low, double high) {
    return random.nextDouble(low, high);
  }
}
