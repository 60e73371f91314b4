package dev.grassmann.dictionaries.choicesae;

/** Who chooses. */
public enum Choice {
  /** The largest pre-activations of the batch, whoever's they are. */
  MUTUAL,
  /** Every latent takes the rows in which it is largest, as many as its quota. */
  FEATURE
}
