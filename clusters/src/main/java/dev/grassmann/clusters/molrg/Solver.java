package dev.grassmann.clusters.molrg;

/** What looks for planted subspaces. */
public enum Solver {
  /** K-subspaces, which is what the denoiser of this form comes to. */
  SUBSPACES,
  /** A soft denoiser trained from the end of k-subspaces. */
  DENOISER
}
