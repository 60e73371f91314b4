package dev.grassmann.clusters.mlc;

/** What says who belongs together. */
public enum Membership {
  /** Each point with every other: a doubly stochastic n × n matrix (MLC). */
  DOUBLY_STOCHASTIC,
  /** Each point with every cluster, by a Gumbel softmax: n × K (NMCE). */
  POINT_CLUSTER
}
