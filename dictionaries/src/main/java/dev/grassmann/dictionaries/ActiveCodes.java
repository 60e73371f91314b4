package dev.grassmann.dictionaries;

import dev.grassmann.core.result.SparseCodes;

/**
 * Codes of a batch while training: entries {@code start[b]} to {@code start[b + 1] - 1} belong to
 * row b, in any order. The arrays are shared with whoever made them.
 *
 * @param rows number of rows, B
 * @param start B + 1 numbers
 * @param latent latent of each entry
 * @param value its code; may be 0 or below where a method says so
 */
public record ActiveCodes(int rows, int[] start, int[] latent, float[] value) {
  public int entries() {
    return start[rows];
  }

  /** Codes for keeping: values of a latent named twice in a row are added. */
  public SparseCodes toSparseCodes(int features) {
    SparseCodes.Builder codes = SparseCodes.builder(features);
    for (int b = 0; b < rows; b++) {
      for (int e = start[b]; e < start[b + 1]; e++) {
        codes.add(latent[e], value[e]);
      }
      codes.endRow();
    }
    return codes.build();
  }
}
