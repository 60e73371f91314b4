package dev.grassmann.clusters.mlc;

/** How a gradient goes back through the projection to doubly stochastic matrices. */
public enum Slope {
  /** Through every half-step. */
  UNROLLED,
  /** Through the half-steps of the rows only: those of the columns count as constants. */
  CPP,
  /** By the implicit function theorem at the fixed point, one linear solve. */
  IMPLICIT
}
