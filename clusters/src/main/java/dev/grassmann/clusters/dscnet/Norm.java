package dev.grassmann.clusters.dscnet;

/** What keeps coefficients small. */
public enum Norm {
  /** Sum of magnitudes; no point may write itself, or C = I would be the optimum. */
  L1,
  /** Sum of squares. */
  L2
}
