package dev.grassmann.dictionaries.saeevaluation;

/** What counts as one change of a sparse edit. */
public enum Moves {
  /** A latent takes the code that it has in the target. */
  EXCHANGE,
  /** A latent of the source goes, or one of the target comes: a latent of both takes two. */
  INDEPENDENT
}
