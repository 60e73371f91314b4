package dev.grassmann.dictionaries.mpsae;

import dev.grassmann.dictionaries.Directions;
import dev.grassmann.engine.RowRanges;
import dev.grassmann.engine.kernel.Kernel;
import java.util.Arrays;

/**
 * Matching pursuit that, after each pick, solves anew for the coefficients of all atoms picked so
 * far (orthogonal matching pursuit), none of which is picked again. Coefficients are at least 0:
 * min over z ≥ 0 of ‖x - z D_S‖² by ten steps of projected gradient descent from the last solution,
 * as in Overcomplete.
 */
final class OrthogonalPursuit {
  private static final Kernel KERNEL = Kernel.best();
  private static final int ROWS = 4;
  private static final int BLOCK = 1 << 20;
  private static final int ITERATIONS = 10;
  private static final double TOLERANCE = 1e-5;

  private final Atoms atoms;
  private final float[] gram;
  private final int steps;

  /**
   * @param gram p × p
   * @param steps picks a row, 1 to p
   */
  OrthogonalPursuit(Atoms atoms, float[] gram, int steps) {
    this.atoms = atoms;
    this.gram = gram;
    this.steps = steps;
  }

  /** Pursues all rows; {@code picks} holds them as residuals, and takes what is picked. */
  void run(Picks picks, Directions products) {
    int p = atoms.p();
    int block = Math.max(1, Math.min(picks.rows(), BLOCK / p));
    float[] correlations = new float[block * p];
    for (int start = 0; start < picks.rows(); start += block) {
      int first = start;
      int count = Math.min(block, picks.rows() - first);
      products.of(picks.residual(), first * atoms.d(), count, correlations);
      RowRanges.forEach(
          count,
          ROWS,
          (from, to) -> {
            float[] c = new float[p];
            double[][] q = new double[steps][steps];
            for (int b = from; b < to; b++) {
              row(picks, first + b, correlations, b * p, c, q);
            }
          });
    }
  }

  private void row(Picks picks, int b, float[] start, int at, float[] c, double[][] q) {
    int p = atoms.p();
    int to = b * steps;
    double[] z = new double[steps];
    for (int t = 0; t < steps; t++) {
      System.arraycopy(start, at, c, 0, p);
      for (int s = 0; s < t; s++) {
        KERNEL.axpy((float) -z[s], gram, picks.atom()[to + s] * p, c, 0, p);
      }
      for (int s = 0; s < t; s++) {
        c[picks.atom()[to + s]] = Float.NEGATIVE_INFINITY;
      }
      int atom = KERNEL.argmax(c, 0, p);
      picks.atom()[to + t] = atom;
      for (int s = 0; s <= t; s++) {
        q[s][t] = gram[picks.atom()[to + s] * p + atom];
        q[t][s] = q[s][t];
      }
      refit(z, q, t + 1, picks.atom(), to, start, at);
    }
    picks.count()[b] = steps;
    for (int t = 0; t < steps; t++) {
      picks.value()[to + t] = (float) z[t];
      atoms.subtract(picks.atom()[to + t], (float) z[t], picks.residual(), b * atoms.d());
    }
  }

  /** Projected gradient descent with step 1 / ‖Q‖_F, which bounds the curvature from above. */
  private static void refit(
      double[] z, double[][] q, int size, int[] atom, int from, float[] start, int at) {
    double square = 0;
    for (int s = 0; s < size; s++) {
      for (int t = 0; t < size; t++) {
        square += q[s][t] * q[s][t];
      }
    }
    double step = 1 / (Math.sqrt(square) + 1e-8);
    double[] gradient = new double[size];
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      for (int s = 0; s < size; s++) {
        gradient[s] = -start[at + atom[from + s]];
        for (int t = 0; t < size; t++) {
          gradient[s] += q[s][t] * z[t];
        }
      }
      for (int s = 0; s < size; s++) {
        z[s] = Math.max(0, z[s] - step * gradient[s]);
      }
      if (Arrays.stream(gradient).map(g -> g * g).sum() < TOLERANCE * TOLERANCE) {
        return;
      }
    }
  }
}
