package dev.grassmann.clusters.franca;

/** What a nested head looks at. */
public enum HeadInput {
  /** The first numbers of the features: prefixes become features of their own (the paper). */
  SLICE,
  /** A linear layer of all of them (the published code). */
  PROJECT
}
