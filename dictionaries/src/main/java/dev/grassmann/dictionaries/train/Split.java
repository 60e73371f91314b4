package dev.grassmann.dictionaries.train;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Permutation;
import dev.grassmann.core.run.Run;
import java.util.Arrays;
import java.util.Locale;

/**
 * Rows to learn from and rows to measure on.
 *
 * @param train rows that are learnt from
 * @param test rows that are not; the same as {@code train} where none were set apart
 */
record Split(Vectors train, Vectors test) {
  /**
   * Draws a share of the rows for measuring.
   *
   * @param share 0 to below 1; above 0 at least one row is drawn
   */
  static Split of(Vectors vectors, double share, Run run) {
    if (share == 0) {
      return new Split(vectors, vectors);
    }
    int n = vectors.n();
    int test = Math.max(1, (int) Math.round(share * n));
    if (n - test < 1) {
      throw new InputException(
          String.format(Locale.ROOT, "%d row leaves none to learn from", n),
          "",
          "give more rows, or --test-share 0");
    }
    int[] order = Permutation.of(n, run.random("test rows"));
    int[] first = Arrays.copyOf(order, test);
    int[] rest = Arrays.copyOfRange(order, test, n);
    Arrays.sort(first); // in the order of the file, which neighbours are read fastest in
    Arrays.sort(rest);
    return new Split(vectors.rows(rest), vectors.rows(first));
  }
}
