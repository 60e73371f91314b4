package dev.grassmann.engine.linalg;

import dev.grassmann.core.data.Vectors;

/** Column means in float64, in one pass. */
final class Means {
  private Means() {}

  static double[] ofColumns(Vectors vectors) {
    int d = vectors.d();
    int block = Math.max(1, (1 << 18) / d);
    float[] rows = new float[Math.min(block, vectors.n()) * d];
    double[] sum = new double[d];
    for (int from = 0; from < vectors.n(); from += block) {
      int count = Math.min(block, vectors.n() - from);
      vectors.copyRows(from, count, rows, 0);
      for (int i = 0; i < count; i++) {
        for (int j = 0; j < d; j++) {
          sum[j] += rows[i * d + j];
        }
      }
    }
    for (int j = 0; j < d; j++) {
      sum[j] /= vectors.n();
    }
    return sum;
  }
}
