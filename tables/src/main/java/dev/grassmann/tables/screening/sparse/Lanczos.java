package dev.grassmann.tables.screening.sparse;

import java.util.ArrayList;
import java.util.List;

/**
 * The largest eigenvalue of X^T X by Lanczos steps with full orthogonalisation: each step costs as
 * much as a gradient, and a few dozen give ten digits (Golub, Van Loan 2013, section 10.1).
 */
final class Lanczos {
  private static final int MOST_STEPS = 200;
  private static final double SETTLED = 1e-10;

  private final Block block;
  private final List<double[]> basis = new ArrayList<>();
  private final double[] diagonal = new double[MOST_STEPS];
  private final double[] off = new double[MOST_STEPS];

  Lanczos(Block block) {
    this.block = block;
  }

  double largest() {
    int size = block.size();
    double[] v = new double[size];
    for (int j = 0; j < size; j++) {
      v[j] = 1 + 0.5 * Math.sin(1.0 + j); // no eigenvector of a real matrix is orthogonal to it
    }
    scale(v, 1 / norm(v));
    double[] eta = new double[block.rows()];
    double last = 0;
    int steps = Math.min(MOST_STEPS, size);
    for (int k = 0; k < steps; k++) {
      basis.add(v);
      double[] next = new double[size];
      block.times(v, eta);
      block.transposedTimes(eta, next);
      diagonal[k] = dot(v, next);
      for (int pass = 0; pass < 2; pass++) { // twice is enough (Kahan)
        for (double[] b : basis) {
          subtract(next, dot(b, next), b);
        }
      }
      off[k] = norm(next);
      double now = top(k + 1);
      if (k > 0 && now - last <= SETTLED * now || off[k] <= 1e-13 * now) {
        return now;
      }
      last = now;
      scale(next, 1 / off[k]);
      v = next;
    }
    return last;
  }

  /** Largest eigenvalue of the tridiagonal matrix of the first k steps, by bisection. */
  private double top(int k) {
    double low = 0;
    double high = 0;
    for (int i = 0; i < k; i++) {
      high = Math.max(high, diagonal[i] + (i > 0 ? off[i - 1] : 0) + (i < k - 1 ? off[i] : 0));
    }
    while (high - low > 1e-14 * high) {
      double middle = (low + high) / 2;
      if (middle == low || middle == high) {
        break;
      }
      if (anyAbove(middle, k)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** Sturm's count: whether an eigenvalue is larger than this. */
  private boolean anyAbove(double bound, int k) {
    double pivot = diagonal[0] - bound;
    if (pivot > 0) {
      return true;
    }
    for (int i = 1; i < k; i++) {
      double divisor = pivot == 0 ? -Double.MIN_NORMAL : pivot;
      pivot = diagonal[i] - bound - off[i - 1] * off[i - 1] / divisor;
      if (pivot > 0) {
        return true;
      }
    }
    return false;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double norm(double[] a) {
    return Math.sqrt(dot(a, a));
  }

  private static void scale(double[] a, double factor) {
    for (int i = 0; i < a.length; i++) {
      a[i] *= factor;
    }
  }

  private static void subtract(double[] a, double factor, double[] b) {
    for (int i = 0; i < a.length; i++) {
      a[i] -= factor * b[i];
    }
  }
}
