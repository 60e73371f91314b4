package dev.grassmann.dictionaries;

import dev.grassmann.core.data.Vectors;
import java.util.SplittableRandom;

/** Rows that are the sum of two of 16 random directions. */
public final class SumsOfTwo {
  private SumsOfTwo() {}

  public static Vectors rows(int n, int d) {
    SplittableRandom random = new SplittableRandom(11);
    float[][] directions = new float[16][d];
    for (float[] direction : directions) {
      for (int c = 0; c < d; c++) {
        direction[c] = (float) random.nextGaussian();
      }
    }
    float[] rows = new float[n * d];
    for (int i = 0; i < n; i++) {
      for (int part = 0; part < 2; part++) {
        float[] direction = directions[random.nextInt(16)];
        float times = (float) random.nextDouble(1, 2);
        for (int c = 0; c < d; c++) {
          rows[i * d + c] += times * direction[c];
        }
      }
    }
    return Vectors.of(rows, n, d);
  }
}
