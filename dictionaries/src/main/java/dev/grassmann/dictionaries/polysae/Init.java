package dev.grassmann.dictionaries.polysae;

/** Where a training starts. */
public enum Init {
  /** As the authors': encoder and projection know nothing of each other. */
  RANDOM,
  /** Each encoder row points where its latent's linear term does. */
  ALIGNED,
  /** A linear autoencoder that was trained before, with nearly its output. */
  LINEAR
}
