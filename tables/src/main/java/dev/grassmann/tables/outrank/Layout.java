package dev.grassmann.tables.outrank;

import dev.grassmann.core.InputException;
import java.util.Locale;

/**
 * Which row of a table of any length belongs to which batch; the same rows and batches as {@link
 * OutRank} takes of a table that fits into memory.
 *
 * @param rows rows of the table
 * @param step every step-th row is kept
 * @param batch rows a batch, the last one may have fewer
 * @param batches how many there are, at least 1
 * @param scored rows that lie in a batch
 */
public record Layout(long rows, int step, int batch, int batches, long scored) {

  /**
   * @throws InputException where there are more batches than can be counted
   */
  static Layout of(long rows, OutRankConfig config) {
    long count = rows / config.subsampling();
    long batches = Rows.batches(count, config.batch());
    if (batches > Integer.MAX_VALUE) {
      throw new InputException(
          String.format(Locale.ROOT, "%,d rows make %,d batches", count, batches),
          "--batch",
          "take larger batches, or a higher --subsampling");
    }
    long scored = Math.min(count, batches * config.batch());
    return new Layout(rows, config.subsampling(), config.batch(), (int) batches, scored);
  }

  /** Place of a row among those that are scored, or -1 where it is not. */
  public long place(long row) {
    if ((row + 1) % step != 0) {
      return -1;
    }
    long place = (row + 1) / step - 1;
    return place < scored ? place : -1;
  }

  /** Batch of a place. */
  public int batchOf(long place) {
    return (int) (place / batch);
  }

  /** Rows of one batch. */
  public int rowsOf(int index) {
    return (int) Math.min(batch, scored - (long) index * batch);
  }
}
