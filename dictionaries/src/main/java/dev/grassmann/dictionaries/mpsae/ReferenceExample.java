package dev.grassmann.dictionaries.mpsae;

import dev.grassmann.dictionaries.Directions;
import dev.grassmann.dictionaries.measure.Babel;
import dev.grassmann.dictionaries.train.UnitRows;

/**
 * Three rows, six atoms, three picks: an example small enough to be done by hand, whose figures
 * come from a float64 implementation with automatic differentiation.
 */
final class ReferenceExample {
  private static final int P = 6;
  private static final int D = 4;
  private static final int ROWS = 3;
  private static final int[] PICKS = {1, 5, 0, 2, 0, 1, 3, 1, 2}; // row by row
  private static final double[] FIRST = {1.544450, 1.386795, 1.408624};
  private static final double[] NORMS = {0.0886559, 0.2277516, 0.1773306};
  private static final double LOSS = 0.0303922715;
  private static final double GRADIENT_NORM = 0.280031552;
  private static final double[] BABEL = {0.834940, 1.558119, 2.241956};

  private double worst;

  /** Largest deviation of any figure; infinite where an atom was picked in another order. */
  double worstDeviation() {
    float[] rows = wave(P, D, 0.2);
    UnitRows.normalise(rows, P, D);
    Atoms atoms = new Atoms(rows, P, D);
    Picks picks = Picks.none(wave(ROWS, D, 1.0), 0, ROWS, 3, D, null);
    try (Directions directions = new Directions(rows, P, D, null)) {
      new Pursuit(atoms, StopRule.picks(3)).run(picks, directions, directions.gram());
    }
    float[] gradient = new float[P * D];
    PursuitGradient.add(atoms, picks, gradient, null);
    compare(picks);
    double square = 0;
    for (float g : gradient) {
      square += (double) g * g;
    }
    deviate(LOSS, picks.squaredError() / ROWS);
    deviate(GRADIENT_NORM, Math.sqrt(square));
    double[] babel = Babel.curve(rows, P, D, BABEL.length);
    for (int r = 0; r < BABEL.length; r++) {
      deviate(BABEL[r], babel[r]);
    }
    return worst;
  }

  private void compare(Picks picks) {
    for (int i = 0; i < PICKS.length; i++) {
      deviate(PICKS[i], picks.atom()[i] == PICKS[i] ? PICKS[i] : Double.POSITIVE_INFINITY);
    }
    for (int b = 0; b < ROWS; b++) {
      deviate(FIRST[b], picks.value()[3 * b]);
      double square = 0;
      for (int c = b * D; c < (b + 1) * D; c++) {
        square += (double) picks.residual()[c] * picks.residual()[c];
      }
      deviate(NORMS[b], Math.sqrt(square));
    }
  }

  private void deviate(double expected, double measured) {
    worst = Math.max(worst, Math.abs(expected - measured));
  }

  /** A(r, c, s)[i][j] = sin(0.7 i + 1.3 j (1 + 0.11 i) + s). */
  private static float[] wave(int rows, int columns, double shift) {
    float[] a = new float[rows * columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        a[i * columns + j] = (float) Math.sin(0.7 * i + 1.3 * j * (1 + 0.11 * i) + shift);
      }
    }
    return a;
  }
}
