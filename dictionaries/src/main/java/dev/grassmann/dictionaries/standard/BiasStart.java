package dev.grassmann.dictionaries.standard;

/** Where the decoder's bias starts. */
public enum BiasStart {
  ZERO,
  /** Mean of the first batch. */
  MEAN,
  /** Geometric median of the first batch, which outliers hardly move. */
  MEDIAN;

  /** The bias for a first batch of n rows of d numbers. */
  float[] of(float[] first, int n, int d) {
    return switch (this) {
      case ZERO -> new float[d];
      case MEAN -> mean(first, n, d);
      case MEDIAN -> GeometricMedian.of(first, n, d);
    };
  }

  private static float[] mean(float[] rows, int n, int d) {
    double[] sum = new double[d];
    for (int i = 0; i < n * d; i++) {
      sum[i % d] += rows[i];
    }
    float[] mean = new float[d];
    for (int c = 0; c < d; c++) {
      mean[c] = (float) (sum[c] / n);
    }
    return mean;
  }
}
