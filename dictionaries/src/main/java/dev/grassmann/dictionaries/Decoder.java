package dev.grassmann.dictionaries;

import dev.grassmann.core.result.SparseCodes;

/** Turns codes back into scaled rows with one dictionary. Safe to use from several threads. */
public interface Decoder {
  /**
   * Reconstructs one row.
   *
   * @param out d numbers from {@code at}, overwritten
   */
  void decode(SparseCodes codes, int row, float[] out, int at);
}
