package dev.grassmann.clusters.mlc;

/** What the clusters are cut from, once features are learnt. */
public enum Labelling {
  /** The learnt memberships. */
  MEMBERSHIP,
  /** Least squares regression on the features. */
  LSR,
  /** Elastic net codes on the features. */
  ENSC
}
