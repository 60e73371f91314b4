package dev.grassmann.core.result;

/** Distances from points to one flat, with everything laid out for the loop over points. */
final class FlatDistance {
  private final double[] centre;
  private final double[] directions; // k × d: one direction after the other
  private final int k;

  FlatDistance(Flat flat) {
    int d = flat.centre().length;
    this.centre = flat.centre();
    this.k = flat.dimension();
    this.directions = new double[k * d];
    flat.directions()
        .ifPresent(
            subspace -> {
              double[] basis = subspace.basis();
              for (int j = 0; j < d; j++) {
                for (int c = 0; c < k; c++) {
                  directions[c * d + j] = basis[j * k + c];
                }
              }
            });
  }

  /**
   * ‖(x - centre) - its projection‖. The projection is subtracted, not its square from the whole's:
   * a point on the flat is at a distance of rounding errors and not of their square root.
   *
   * @param rest working memory of d numbers
   */
  double of(double[] x, double[] rest) {
    int d = centre.length;
    for (int j = 0; j < d; j++) {
      rest[j] = x[j] - centre[j];
    }
    for (int c = 0; c < k; c++) { // directions are orthonormal: one by one is all at once
      double along = 0;
      for (int j = 0; j < d; j++) {
        along += directions[c * d + j] * rest[j];
      }
      for (int j = 0; j < d; j++) {
        rest[j] -= along * directions[c * d + j];
      }
    }
    double square = 0;
    for (int j = 0; j < d; j++) {
      square += rest[j] * rest[j];
    }
    return Math.sqrt(square);
  }
}
