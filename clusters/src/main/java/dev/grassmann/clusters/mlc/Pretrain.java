package dev.grassmann.clusters.mlc;

/** What the features start from. */
public enum Pretrain {
  /** Views of one point near each other, points spread: the total coding rate. */
  TCR,
  /** A random network, or the one of an earlier run. */
  NONE
}
