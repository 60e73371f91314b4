package dev.grassmann.engine.linalg;

/** How near two vectors are. */
public enum Metric {
  /** x · y / (‖x‖ ‖y‖), larger is nearer; 0 where a vector is zero. */
  COSINE,
  /** ‖x - y‖, smaller is nearer. */
  EUCLIDEAN,
  /** x · y, larger is nearer. */
  INNER_PRODUCT;

  boolean largerIsNearer() {
    return this != EUCLIDEAN;
  }

  /** The measure between two rows, in float64. */
  double between(float[] a, float[] b) {
    double dot = 0;
    double aa = 0;
    double bb = 0;
    double distance = 0;
    for (int j = 0; j < a.length; j++) {
      double x = a[j];
      double y = b[j];
      dot += x * y;
      aa += x * x;
      bb += y * y;
      distance += (x - y) * (x - y);
    }
    return switch (this) {
      case INNER_PRODUCT -> dot;
      case EUCLIDEAN -> Math.sqrt(distance);
      case COSINE -> aa == 0 || bb == 0 ? 0 : dot / Math.sqrt(aa * bb);
    };
  }
}
