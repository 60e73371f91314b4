package dev.grassmann.dictionaries.standard;

import dev.grassmann.dictionaries.ActiveCodes;
import dev.grassmann.engine.RowRanges;

/** The pre-activations of a block of rows that are above their latent's floor. */
final class Above {
  private static final int ROWS = 4;

  private Above() {}

  /**
   * Collects them: a first pass counts, so that nothing is allocated twice.
   *
   * @param a rows × F
   * @param floor F numbers
   */
  static ActiveCodes of(float[] a, int rows, int features, float[] floor) {
    int[] start = new int[rows + 1];
    RowRanges.forEach(
        rows,
        ROWS,
        (from, to) -> {
          for (int b = from; b < to; b++) {
            int count = 0;
            for (int j = 0; j < features; j++) {
              count += a[b * features + j] > floor[j] ? 1 : 0;
            }
            start[b + 1] = count;
          }
        });
    for (int b = 0; b < rows; b++) {
      start[b + 1] = Math.addExact(start[b], start[b + 1]);
    }
    int[] latent = new int[start[rows]];
    float[] value = new float[start[rows]];
    RowRanges.forEach(
        rows,
        ROWS,
        (from, to) -> {
          for (int b = from; b < to; b++) {
            int e = start[b];
            for (int j = 0; j < features; j++) {
              float x = a[b * features + j];
              if (x > floor[j]) {
                latent[e] = j;
                value[e++] = x;
              }
            }
          }
        });
    return new ActiveCodes(rows, start, latent, value);
  }
}
