package dev.grassmann.engine.transformer;

import java.util.Arrays;

/**
 * Rows of words as numbers, padded on the left with 0.
 *
 * @param ids n × length, row-major
 */
public record WordRows(int[] ids, int n, int length) {
  public WordRows {
    ids = ids.clone();
    if (ids.length != Math.multiplyExact(n, length)) {
      throw new IllegalArgumentException(ids.length + " words for " + n + " x " + length);
    }
  }

  /** A copy. */
  @Override
  public int[] ids() {
    return ids.clone();
  }

  /** Rows {@code from} to {@code to} (exclusive). */
  WordRows slice(int from, int to) {
    return new WordRows(Arrays.copyOfRange(ids, from * length, to * length), to - from, length);
  }

  /** Some rows, in this order. */
  public WordRows rows(int[] index) {
    int[] chosen = new int[index.length * length];
    for (int i = 0; i < index.length; i++) {
      System.arraycopy(ids, index[i] * length, chosen, i * length, length);
    }
    return new WordRows(chosen, index.length, length);
  }
}
