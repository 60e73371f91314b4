package dev.grassmann.clusters.molrg;

import dev.grassmann.core.run.Run;
import dev.grassmann.engine.linalg.Products;
import dev.grassmann.engine.linalg.Qr;
import dev.grassmann.engine.linalg.Svd;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Leading right singular vectors of a denoiser's Jacobian by subspace iteration, as LOCO-Edit has
 * it: u = J V, W = uᵀ J, and V becomes W's right singular vectors; W's singular values are then the
 * squares of J's. The whole Jacobian is never made.
 *
 * @param vectors count × n, one a row, orthonormal; the entry of largest magnitude is positive
 * @param values singular values, descending
 * @param sweeps that it took
 * @param n numbers a point
 */
record SingularDirections(double[] vectors, double[] values, int sweeps, int n) {
  private static final int LEAST_SWEEPS = 10;
  private static final int MOST_SWEEPS = 50;
  private static final double SETTLED = 1e-4;

  /**
   * @param x a noisy point, n numbers
   * @param mask pixels of the prediction that count; null for all
   * @param count vectors wanted, 1 to n
   */
  static SingularDirections of(
      Denoiser denoiser,
      double[] x,
      double sigma,
      boolean[] mask,
      int count,
      SplittableRandom random,
      Run run) {
    int n = denoiser.n();
    double[] start = new double[n * count];
    Arrays.setAll(start, p -> random.nextGaussian());
    double[] v = turned(Qr.of(start, n, count).q(), n, count);
    double[] values = new double[count];
    int sweep = 0;
    boolean settled = false;
    while (sweep < MOST_SWEEPS && !settled) {
      run.step("singular directions", sweep, MOST_SWEEPS);
      double[] u = masked(denoiser.forward(x, sigma, v, count), mask, n);
      double[] w = denoiser.backward(x, sigma, u, count);
      Svd svd = Svd.thin(w, count, n);
      double[] next = turned(svd.v(), n, count);
      sweep++;
      settled = sweep > LEAST_SWEEPS && near(v, next);
      v = next;
      Arrays.setAll(values, i -> Math.sqrt(svd.s()[i]));
    }
    return new SingularDirections(v, values, sweep, n);
  }

  private static boolean near(double[] a, double[] b) {
    for (int p = 0; p < a.length; p++) {
      if (Math.abs(a[p] - b[p]) >= SETTLED) {
        return false;
      }
    }
    return true;
  }

  private static double[] masked(double[] rows, boolean[] mask, int n) {
    for (int p = 0; mask != null && p < rows.length; p++) {
      rows[p] = mask[p % n] ? rows[p] : 0;
    }
    return rows;
  }

  /** Columns to rows. */
  private static double[] turned(double[] columns, int n, int count) {
    double[] rows = new double[n * count];
    for (int j = 0; j < n; j++) {
      for (int a = 0; a < count; a++) {
        rows[a * n + j] = columns[j * count + a];
      }
    }
    return rows;
  }

  /** How many. */
  int count() {
    return values.length;
  }

  /** A copy of direction i. */
  double[] direction(int i) {
    return Arrays.copyOfRange(vectors, i * n, (i + 1) * n);
  }

  /**
   * The same directions without what lies in the span of others, of length 1 again: what moves the
   * mask and leaves the rest alone. The singular values stay those before.
   */
  SingularDirections without(SingularDirections others) {
    int m = others.count();
    double[] inside = Products.multiplyTransposed(vectors, others.vectors, count(), n, m);
    double[] shared = Products.multiply(inside, others.vectors, count(), m, n);
    double[] rest = vectors.clone();
    for (int i = 0; i < count(); i++) {
      double square = 0;
      for (int p = i * n; p < (i + 1) * n; p++) {
        rest[p] -= shared[p];
        square += rest[p] * rest[p];
      }
      for (int p = i * n; p < (i + 1) * n; p++) {
        rest[p] /= Math.sqrt(square);
      }
    }
    return new SingularDirections(rest, values, sweeps, n);
  }
}
