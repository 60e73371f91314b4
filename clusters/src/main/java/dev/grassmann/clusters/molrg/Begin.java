package dev.grassmann.clusters.molrg;

/** Where the training of a denoiser begins. */
public enum Begin {
  /** At the best end of k-subspaces. */
  SUBSPACES,
  /** At random subspaces, as many starts as k-subspaces has, side by side. */
  RANDOM
}
