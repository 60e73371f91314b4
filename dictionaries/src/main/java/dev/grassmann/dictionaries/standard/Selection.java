package dev.grassmann.dictionaries.standard;

/** Whose pre-activations compete; a chosen one at or below 0 counts as 0. */
enum Selection {
  /** The k largest of each row. */
  ROW,
  /** The k · B largest of a batch of B rows: a row may have more or fewer than k. */
  BATCH,
  /** The largest of each of k groups of neighbouring latents ("groupmax"). */
  GROUP
}
