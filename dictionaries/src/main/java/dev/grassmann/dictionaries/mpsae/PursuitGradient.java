package dev.grassmann.dictionaries.mpsae;

import dev.grassmann.engine.RowRanges;
import dev.grassmann.engine.kernel.Kernel;

/**
 * Exact gradient of the mean squared residual with respect to the atoms; the choice of atoms counts
 * as fixed. Costs O(B T d) and keeps one number a pick, where automatic differentiation would keep
 * B × p numbers a step.
 *
 * <p>Backwards over the picks, with g the loss's gradient with respect to the residual after pick
 * t, w the picked atom and v its coefficient: dD -= v g + ⟨g, w⟩ r with r the residual before the
 * pick, then g -= ⟨g, w⟩ w.
 */
final class PursuitGradient {
  private static final Kernel KERNEL = Kernel.best();

  /** Fewest columns worth a thread of their own. */
  private static final int COLUMNS = 64;

  private static final int ROWS = 32;

  private PursuitGradient() {}

  /**
   * Adds the gradient of (1/B) sum of ‖r_T‖².
   *
   * @param picks what the pursuit gave with these atoms
   * @param dAtoms p × d, is added to
   * @param dBias d, is added to; null where there is no bias
   */
  static void add(Atoms atoms, Picks picks, float[] dAtoms, float[] dBias) {
    float[] alignment = new float[picks.rows() * picks.steps()];
    RowRanges.forEach(picks.rows(), ROWS, (from, to) -> align(atoms, picks, alignment, from, to));
    // second pass by columns and not by rows: no two threads then meet in a row of dAtoms, and
    // sums are taken in the same order whatever the number of threads
    RowRanges.forEach(
        atoms.d(),
        COLUMNS,
        (from, to) -> accumulate(atoms, picks, alignment, dAtoms, dBias, from, to));
  }

  /** ⟨g, w⟩ of every pick of the rows. */
  private static void align(Atoms atoms, Picks picks, float[] alignment, int from, int to) {
    int d = atoms.d();
    float[] rows = atoms.rows();
    float[] g = new float[d];
    for (int b = from; b < to; b++) {
      startGradient(picks, b, d, g, 0, d);
      for (int t = b * picks.steps() + picks.count()[b] - 1; t >= b * picks.steps(); t--) {
        int w = picks.atom()[t] * d;
        alignment[t] = KERNEL.dot(g, 0, rows, w, d);
        KERNEL.axpy(-alignment[t], rows, w, g, 0, d);
      }
    }
  }

  private static void accumulate(
      Atoms atoms, Picks picks, float[] alignment, float[] dAtoms, float[] dBias, int lo, int hi) {
    int d = atoms.d();
    int width = hi - lo;
    float[] g = new float[width];
    float[] r = new float[width];
    for (int b = 0; b < picks.rows(); b++) {
      startGradient(picks, b, d, g, lo, hi);
      System.arraycopy(picks.residual(), b * d + lo, r, 0, width);
      for (int t = b * picks.steps() + picks.count()[b] - 1; t >= b * picks.steps(); t--) {
        int w = picks.atom()[t] * d + lo;
        undo(atoms.rows(), w, picks.value()[t], alignment[t], r, g, dAtoms);
      }
      if (dBias != null) { // r_0 = x - b
        for (int c = 0; c < width; c++) {
          dBias[lo + c] -= g[c];
        }
      }
    }
  }

  /** One pick backwards: r and g become those before it. */
  private static void undo(
      float[] rows, int w, float v, float alignment, float[] r, float[] g, float[] dAtoms) {
    for (int c = 0; c < r.length; c++) {
      float atom = rows[w + c];
      float before = r[c] + v * atom;
      dAtoms[w + c] -= v * g[c] + alignment * before;
      g[c] -= alignment * atom;
      r[c] = before;
    }
  }

  private static void startGradient(Picks picks, int b, int d, float[] g, int lo, int hi) {
    float scale = 2f / picks.rows();
    for (int c = lo; c < hi; c++) {
      g[c - lo] = scale * picks.residual()[b * d + c];
    }
  }
}
