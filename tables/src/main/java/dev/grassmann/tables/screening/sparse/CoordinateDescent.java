package dev.grassmann.tables.screening.sparse;

import dev.grassmann.engine.kernel.Kernel;

/**
 * One coefficient after the other, each to the minimum of the penalised quadratic that bounds the
 * loss along it (Breheny, Huang 2011).
 */
final class CoordinateDescent {
  private CoordinateDescent() {}

  static Descent minimise(
      PenalisedLoss objective, double[] start, double tolerance, int most, Descent.Watch watch) {
    Block block = objective.block();
    double[] b = start.clone();
    int n = block.rows();
    double bound = objective.loss().curvature();
    double[] eta = new double[n];
    double[] slope = new double[n];
    double[] squares = new double[b.length];
    squares[0] = 1;
    for (int j = 1; j < b.length; j++) {
      double[] column = block.column(j);
      squares[j] = dot(column, column) / n;
    }
    for (int k = 1; k <= most; k++) {
      block.times(b, eta);
      objective.loss().slope(eta, objective.outcomes(), slope);
      double largest = 0;
      for (int j = 0; j < b.length; j++) {
        if (squares[j] == 0) {
          continue;
        }
        double v = bound * squares[j];
        double z = v * b[j] - (j == 0 ? sum(slope) : dot(block.column(j), slope));
        double next = j == 0 ? z / v : objective.penalty().minimiser(z, v, objective.lambda());
        double change = next - b[j];
        if (change != 0) { // along the bound the slope moves linearly
          double factor = bound * change / n;
          double[] column = j == 0 ? null : block.column(j);
          for (int i = 0; i < n; i++) {
            slope[i] += column == null ? factor : factor * column[i];
          }
          largest = Math.max(largest, Math.abs(change));
          b[j] = next;
        }
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

  private static double dot(double[] a, double[] b) {
    return Kernel.best().dot(a, 0, b, 0, a.length);
  }

  private static double sum(double[] a) {
    double sum = 0;
    for (double number : a) {
      sum += number;
    }
    return sum;
  }
}
