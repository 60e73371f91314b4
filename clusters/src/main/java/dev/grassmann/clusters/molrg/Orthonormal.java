package dev.grassmann.clusters.molrg;

/** What keeps learnt bases orthonormal. */
public enum Orthonormal {
  /** A basis is the Q of a free matrix, which Adam moves. */
  QR,
  /** A basis moves along geodesics of the Grassmann manifold, with momentum. */
  RIEMANNIAN
}
