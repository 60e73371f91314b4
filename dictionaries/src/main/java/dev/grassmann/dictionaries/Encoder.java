package dev.grassmann.dictionaries;

import dev.grassmann.core.result.SparseCodes;

/**
 * Finds the codes of scaled rows with one dictionary and one sparsity. Safe to use from several
 * threads.
 */
public interface Encoder {
  /**
   * Encodes n rows.
   *
   * @param rows n × d, scaled as the dictionary wants it (see {@link InputScaler}); not changed
   */
  SparseCodes encode(float[] rows, int n);
}
