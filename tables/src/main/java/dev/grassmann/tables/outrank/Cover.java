package dev.grassmann.tables.outrank;

/**
 * Shares a bounded number of scores a batch out over more items than that: each batch takes those
 * scored least often so far, earlier items first. That is a wheel which turns by the bound with
 * every batch.
 *
 * @param items how many there are to score
 * @param bound scores a batch at most
 */
record Cover(long items, long bound) {
  /** Whether batch {@code batch} scores item {@code item}. */
  boolean scores(long item, int batch) {
    return Math.floorMod(item - batch * bound, items) < bound;
  }

  /** Items that no batch comes to. */
  long missed(int batches) {
    return Math.max(0, items - bound * batches);
  }
}
