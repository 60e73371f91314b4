package dev.grassmann.tables.screening.sparse;

/** Gradient steps of length 1 / L, each followed by soft thresholding. */
final class ProximalGradient {
  private ProximalGradient() {}

  static Descent minimise(
      Objective objective, double[] start, double tolerance, int most, Descent.Watch watch) {
    double[] b = start.clone();
    double[] gradient = new double[b.length];
    double step = 1 / objective.lipschitz();
    for (int k = 1; k <= most; k++) {
      objective.smooth(b, gradient);
      double largest = 0;
      for (int j = 0; j < b.length; j++) {
        double next = Penalty.soft(b[j] - step * gradient[j], step * objective.weight(j));
        largest = Math.max(largest, Math.abs(next - b[j]));
        b[j] = next;
      }
      if (watch.enough(k, b)) {
        return new Descent(b, k, false);
      }
      if (largest < tolerance) {
        return new Descent(b, k, true);
      }
    }
    return new Descent(b, most, false);
  }
}
