package dev.grassmann.tables.outrank;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.run.Permutation;
import dev.grassmann.core.run.Run;
import dev.grassmann.tables.outrank.OutRankConfig.Aggregation;
import java.util.Arrays;
import java.util.Locale;

/**
 * Which rows are scored, and in which batches.
 *
 * @param kept row numbers of the table, in the order in which they are scored
 * @param cuts batch b holds the places {@code cuts[b]} to {@code cuts[b + 1] - 1} of {@code kept}
 */
record Rows(int[] kept, int[] cuts) {
  /** A last batch of this many rows or fewer is not scored. */
  static final int TOO_FEW = 1_024;

  /**
   * Rows s, 2s, 3s, ... in batches; a last batch counts only where it has more than {@link
   * #TOO_FEW} rows.
   *
   * @throws InputException where subsampling leaves too few rows for any batch
   */
  static Rows of(Table table, OutRankConfig config, Run run) {
    int step = config.subsampling();
    int count = table.rows() / step;
    if (count <= TOO_FEW) {
      tooFew(table.name(), count, step, run);
    }
    int batch = config.aggregation() == Aggregation.POOLED ? count : config.batch();
    int batches = (int) batches(count, batch);
    int scored = (int) Math.min(count, (long) batches * batch);
    int[] order =
        config.shuffle() ? Permutation.of(table.rows(), run.random("outrank rows")) : null;
    int[] kept = new int[scored];
    for (int i = 0; i < scored; i++) {
      int place = (i + 1) * step - 1;
      kept[i] = order == null ? place : order[place];
    }
    int[] cuts = new int[batches + 1];
    for (int b = 1; b <= batches; b++) {
      cuts[b] = Math.min(scored, b * batch);
    }
    return new Rows(kept, cuts);
  }

  /** How many batches so many rows make. */
  static long batches(long count, int batch) {
    long whole = count / batch;
    return count - whole * batch > TOO_FEW || whole == 0 ? whole + 1 : whole;
  }

  /** Every row of a table, as one batch. */
  static Rows all(int rows) {
    int[] all = new int[rows];
    Arrays.setAll(all, row -> row);
    return new Rows(all, new int[] {0, rows});
  }

  static void tooFew(String table, long count, int step, Run run) {
    if (step > 1) {
      throw new InputException(
          String.format(Locale.ROOT, "%,d rows remain after subsampling %,d", count, step),
          table,
          String.format(Locale.ROOT, "more than %,d are needed: lower --subsampling", TOO_FEW));
    }
    if (count < 2) {
      throw new InputException("one row cannot be ranked by", table, "give more rows");
    }
    run.warn(
        String.format(
            Locale.ROOT,
            "%s has only %,d rows: they are scored as one batch, and small differences between"
                + " scores mean nothing",
            table,
            count));
  }

  int count() {
    return kept.length;
  }

  int batches() {
    return cuts.length - 1;
  }

  /** Number of rows of each batch. */
  int[] batchRows() {
    int[] rows = new int[batches()];
    for (int b = 0; b < rows.length; b++) {
      rows[b] = cuts[b + 1] - cuts[b];
    }
    return rows;
  }

  /** The batches of a column, each with codes of its own. */
  Codes[] cut(Codes whole, boolean inOrder) {
    if (batches() == 1) {
      return new Codes[] {whole};
    }
    Codes[] parts = new Codes[batches()];
    for (int b = 0; b < parts.length; b++) {
      parts[b] =
          inOrder
              ? Codes.denseInOrder(whole.code(), cuts[b], cuts[b + 1], whole.values())
              : Codes.dense(whole.code(), cuts[b], cuts[b + 1], whole.values());
    }
    return parts;
  }
}
