package dev.grassmann.dictionaries.measure;

import dev.grassmann.core.result.Dictionary;
import dev.grassmann.dictionaries.train.UnitRows;

/** A dictionary's directions. */
final class Atoms {
  private Atoms() {}

  /** F × d, each of norm 1; a row of zeros stays. */
  static float[] unit(Dictionary dictionary) {
    float[] atoms = dictionary.atoms().toArray();
    UnitRows.normalise(atoms, dictionary.features(), dictionary.d());
    return atoms;
  }
}
