package dev.grassmann.dictionaries.mpsae;

import dev.grassmann.engine.RowRanges;

/** Gradient of the mean squared residual with respect to the atoms, the codes counting as fixed. */
final class FixedCodesGradient {
  private static final int COLUMNS = 64;

  private FixedCodesGradient() {}

  /** Adds dD_j = -(2 / B) sum of z_j r over the rows that picked j; see {@link PursuitGradient}. */
  static void add(Atoms atoms, Picks picks, float[] dAtoms, float[] dBias) {
    RowRanges.forEach(
        atoms.d(), COLUMNS, (from, to) -> accumulate(atoms.d(), picks, dAtoms, dBias, from, to));
  }

  private static void accumulate(
      int d, Picks picks, float[] dAtoms, float[] dBias, int lo, int hi) {
    float scale = 2f / picks.rows();
    for (int b = 0; b < picks.rows(); b++) {
      int row = b * d;
      for (int t = b * picks.steps(); t < b * picks.steps() + picks.count()[b]; t++) {
        int w = picks.atom()[t] * d;
        float z = scale * picks.value()[t];
        for (int c = lo; c < hi; c++) {
          dAtoms[w + c] -= z * picks.residual()[row + c];
        }
      }
      if (dBias != null) {
        for (int c = lo; c < hi; c++) {
          dBias[c] -= scale * picks.residual()[row + c];
        }
      }
    }
  }
}
