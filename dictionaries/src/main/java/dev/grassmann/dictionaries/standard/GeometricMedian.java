package dev.grassmann.dictionaries.standard;

/** The point whose summed distance to some rows is smallest (Weiszfeld 1937). */
final class GeometricMedian {
  private static final int ITERATIONS = 100;
  private static final double TOLERANCE = 1e-5;
  private static final double NEAREST = 1e-12; // a row that is the median itself has no weight

  private GeometricMedian() {}

  /**
   * Of n rows of d numbers; 100 iterations at most, or until it moves by less than 1e-5 of its
   * norm.
   */
  static float[] of(float[] rows, int n, int d) {
    double[] median = new double[d];
    for (int i = 0; i < n * d; i++) {
      median[i % d] += rows[i] / (double) n;
    }
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      double[] next = new double[d];
      double weights = 0;
      for (int b = 0; b < n; b++) {
        double square = 0;
        for (int c = 0; c < d; c++) {
          square += (rows[b * d + c] - median[c]) * (rows[b * d + c] - median[c]);
        }
        double weight = 1 / Math.max(NEAREST, Math.sqrt(square));
        weights += weight;
        for (int c = 0; c < d; c++) {
          next[c] += weight * rows[b * d + c];
        }
      }
      double moved = 0;
      double norm = 0;
      for (int c = 0; c < d; c++) {
        next[c] /= weights;
        moved += (next[c] - median[c]) * (next[c] - median[c]);
        norm += next[c] * next[c];
      }
      median = next;
      if (moved <= TOLERANCE * TOLERANCE * norm) {
        break;
      }
    }
    float[] narrow = new float[d];
    for (int c = 0; c < d; c++) {
      narrow[c] = (float) median[c];
    }
    return narrow;
  }
}
