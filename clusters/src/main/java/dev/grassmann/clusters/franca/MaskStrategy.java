package dev.grassmann.clusters.franca;

/** Which patches of an image the student does not see. */
public enum MaskStrategy {
  /** Any. */
  RANDOM,
  /** A block. */
  BLOCK,
  /** All but a block. */
  INVERSE,
  /** All but a block, rolled around both edges, so that every patch is seen equally often. */
  CYCLIC
}
