package dev.grassmann.tables.outrank;

/** Scores one pair of columns over the rows of one batch. Safe to call from many threads. */
interface Scorer {
  /**
   * Scores the pair.
   *
   * @param first the feature, or of two features the one that stands first in the table
   * @param second the target, or of two features the later one
   * @param batch number of the batch, for what differs from batch to batch by chance
   * @param scratch the calling thread's own arrays
   */
  double score(Codes first, Codes second, int batch, Scratch scratch);
}
