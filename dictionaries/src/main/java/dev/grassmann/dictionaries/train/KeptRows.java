package dev.grassmann.dictionaries.train;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.FiniteRows;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/** The rows of some data that a training looks at: one pass over the data, 4 bytes a row. */
final class KeptRows {
  private static final int BLOCK = 1 << 18;

  private KeptRows() {}

  /**
   * Leaves out what the options say, and says so.
   *
   * @throws InputException naming a row that holds no number, where such rows are not to be left
   *     out; where no row is left
   */
  static Vectors of(Vectors vectors, Feed feed, Run run) {
    if (!feed.skipBadRows() && feed.dropNorms() == 0) {
      FiniteRows.checkAll(vectors);
      return vectors;
    }
    float[] norms = norms(vectors, feed.skipBadRows());
    int[] good = IntStream.range(0, norms.length).filter(i -> !Float.isNaN(norms[i])).toArray();
    warn(vectors, norms.length - good.length, firstBad(norms), "hold no number somewhere", run);
    if (good.length == 0) {
      throw new InputException("no row holds numbers only", "", "give data that is whole");
    }
    int[] kept = good;
    if (feed.dropNorms() > 0) {
      double most = feed.dropNorms() * median(norms, good);
      kept = Arrays.stream(good).filter(i -> norms[i] <= most).toArray();
      int first = Arrays.stream(good).filter(i -> norms[i] > most).findFirst().orElse(-1);
      String why = String.format(Locale.ROOT, "have norms above %.4g", most);
      warn(vectors, good.length - kept.length, first, why, run);
      if (kept.length == 0) {
        throw new InputException(
            "no row has a norm of at most " + feed.dropNorms() + " times the middle one",
            "--drop-norms",
            "give a number above 1, e.g. 10");
      }
    }
    return kept.length == vectors.n() ? vectors : vectors.rows(kept);
  }

  /** Norms of all rows; NaN for a row that holds no number somewhere. */
  private static float[] norms(Vectors vectors, boolean skip) {
    int d = vectors.d();
    float[] norms = new float[vectors.n()];
    int block = Math.max(1, Math.min(vectors.n(), BLOCK / d));
    float[] rows = new float[block * d];
    for (int from = 0; from < vectors.n(); from += block) {
      int count = Math.min(block, vectors.n() - from);
      vectors.copyRows(from, count, rows, 0);
      if (!skip) {
        FiniteRows.check(vectors, rows, count, from);
      }
      for (int b = 0; b < count; b++) {
        double square = 0;
        boolean finite = true;
        for (int c = b * d; c < (b + 1) * d; c++) {
          finite &= FiniteRows.isFine(rows[c]);
          square += (double) rows[c] * rows[c];
        }
        norms[from + b] = finite ? (float) Math.sqrt(square) : Float.NaN;
      }
    }
    return norms;
  }

  private static int firstBad(float[] norms) {
    return IntStream.range(0, norms.length)
        .filter(i -> Float.isNaN(norms[i]))
        .findFirst()
        .orElse(-1);
  }

  private static float median(float[] norms, int[] rows) {
    float[] sorted = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      sorted[i] = norms[rows[i]];
    }
    Arrays.sort(sorted);
    return sorted[(sorted.length - 1) / 2];
  }

  private static void warn(Vectors vectors, int count, int first, String why, Run run) {
    if (count > 0) {
      String place = vectors.place(first);
      run.warn(
          String.format(
              Locale.ROOT,
              "%,d of %,d rows %s and are left out; the first is %s",
              count,
              vectors.n(),
              why,
              place.isEmpty() ? "row " + first : place));
    }
  }
}
