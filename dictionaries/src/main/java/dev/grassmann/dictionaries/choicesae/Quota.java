package dev.grassmann.dictionaries.choicesae;

/** How Feature Choice shares its budget among latents. */
public enum Quota {
  /** The same for all. */
  UNIFORM,
  /** By the Zipf law that is fitted to the densities, by rank. */
  ZIPF,
  /** By the law 1 / (r + 8), by rank. */
  FIXED
}
