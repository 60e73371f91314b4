package dev.grassmann.clusters.spectral;

/** What a point's coefficients are divided by before two points' views of each other are added. */
public enum Scaling {
  /** Their largest magnitude. */
  MAX,
  /** Their Euclidean length. */
  L2,
  /** 1: they stay as they are. */
  NONE
}
