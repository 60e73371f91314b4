package dev.grassmann.dictionaries.mpsae;

import dev.grassmann.engine.kernel.Kernel;

/**
 * A dictionary D of p rows of d numbers, as the pursuit uses it.
 *
 * @param rows p × d, shared with whoever made this
 */
record Atoms(float[] rows, int p, int d) {
  private static final Kernel KERNEL = Kernel.best();

  /** r -= v D_j. */
  void subtract(int j, float v, float[] r, int at) {
    KERNEL.axpy(-v, rows, j * d, r, at, d);
  }

  /** Norm of an atom. */
  double norm(int j) {
    return Math.sqrt(squareNorm(rows, j * d));
  }

  /** Gives every atom norm 1; an atom of zeros stays. */
  void normalise() {
    for (int j = 0; j < p; j++) {
      double norm = norm(j);
      for (int i = j * d; norm > 0 && i < (j + 1) * d; i++) {
        rows[i] = (float) (rows[i] / norm);
      }
    }
  }

  double squareNorm(float[] r, int at) {
    double sum = 0;
    for (int i = at; i < at + d; i++) {
      sum += (double) r[i] * r[i];
    }
    return sum;
  }
}
