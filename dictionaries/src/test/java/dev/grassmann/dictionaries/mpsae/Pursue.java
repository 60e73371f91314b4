package dev.grassmann.dictionaries.mpsae;

import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.dictionaries.Directions;

/** Short words for the pursuit's tests. */
final class Pursue {
  private Pursue() {}

  /** Pursues rows, with the Gram matrix or without. */
  static Picks rows(Atoms atoms, float[] x, int rows, StopRule rule, boolean gram) {
    Picks picks = Picks.none(x, 0, rows, rule.steps(), atoms.d(), null);
    try (Directions products = new Directions(atoms.rows(), atoms.p(), atoms.d(), null)) {
      new Pursuit(atoms, rule).run(picks, products, gram ? products.gram() : null);
    }
    return picks;
  }

  static SparseCodes codes(Picks picks, int p) {
    SparseCodes.Builder codes = SparseCodes.builder(p);
    picks.addTo(codes);
    return codes.build();
  }

  /** Atoms of norm 1 from rows of any norm. */
  static Atoms unit(float[] rows, int p, int d) {
    for (int i = 0; i < p; i++) {
      double square = 0;
      for (int c = 0; c < d; c++) {
        square += (double) rows[i * d + c] * rows[i * d + c];
      }
      for (int c = 0; c < d; c++) {
        rows[i * d + c] /= (float) Math.sqrt(square);
      }
    }
    return new Atoms(rows, p, d);
  }
}
