package dev.grassmann.clusters.ssc;

import dev.grassmann.clusters.Points;
import dev.grassmann.engine.kernel.Kernel;

/**
 * What one point's orthogonal matching pursuit has chosen. The two ways to pursue differ in how
 * they find the next atom; the coefficients are computed here, from the points themselves and by
 * one thread, so that they are the same to the bit whoever did the choosing.
 */
final class Pursuit {
  /**
   * An atom whose squared distance from the span of those chosen before is below this adds only
   * rounding errors.
   */
  static final double DEPENDENT = 1e-13;

  /** A correlation below this is rounding: no atom that is left has anything to say. */
  static final double SILENT = 1e-12;

  private static final Kernel KERNEL = Kernel.best();

  private final Points points;
  private final int most;
  private final int[] support;
  private final double[] factor; // lower triangle of the support's Gram matrix, most × most
  private final double[] solution;
  private int point;
  private int size;
  private double residual;

  Pursuit(Points points, int most) {
    this.points = points;
    this.most = most;
    this.support = new int[most];
    this.factor = new double[most * most];
    this.solution = new double[most];
  }

  /** Starts with nothing chosen for this point. */
  void start(int number) {
    point = number;
    size = 0;
    residual = 1;
  }

  int size() {
    return size;
  }

  int support(int t) {
    return support[t];
  }

  /** Whether an atom is the point itself or was chosen already. */
  boolean isTaken(int atom) {
    for (int t = 0; t < size; t++) {
      if (support[t] == atom) {
        return true;
      }
    }
    return atom == point;
  }

  /**
   * Adds an atom.
   *
   * @param gain squared length by which it shortens the residual
   * @return whether the pursuit goes on: something is left to explain, and room to do so
   */
  boolean add(int atom, double gain, double threshold) {
    support[size++] = atom;
    residual -= gain;
    return residual >= threshold && size < most;
  }

  /** Coefficients of the chosen atoms by least squares: normal equations, Cholesky. */
  double[] coefficients() {
    for (int t = 0; t < size; t++) {
      double sum = dot(point, support[t]);
      for (int u = 0; u <= t; u++) {
        double entry = dot(support[t], support[u]);
        for (int v = 0; v < u; v++) {
          entry -= factor[t * most + v] * factor[u * most + v];
        }
        factor[t * most + u] = u == t ? Math.sqrt(entry) : entry / factor[u * most + u];
      }
      for (int u = 0; u < t; u++) {
        sum -= factor[t * most + u] * solution[u];
      }
      solution[t] = sum / factor[t * most + t];
    }
    for (int t = size - 1; t >= 0; t--) {
      double rest = solution[t];
      for (int u = t + 1; u < size; u++) {
        rest -= factor[u * most + t] * solution[u];
      }
      solution[t] = rest / factor[t * most + t];
    }
    return solution;
  }

  private double dot(int one, int other) {
    int d = points.d();
    return KERNEL.dot(points.rows(), one * d, points.rows(), other * d, d);
  }
}
