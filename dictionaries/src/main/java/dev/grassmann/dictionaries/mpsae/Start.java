package dev.grassmann.dictionaries.mpsae;

/** Where atoms start; each is then divided by its norm. */
public enum Start {
  /** Numbers from N(0, 1): every direction alike. */
  GAUSSIAN,
  /** Uniform numbers between -1 and 1: corners of the cube are favoured (Xavier). */
  UNIFORM
}
