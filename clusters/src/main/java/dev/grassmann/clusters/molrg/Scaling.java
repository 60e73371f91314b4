package dev.grassmann.clusters.molrg;

/** How points are scaled before the denoiser is trained, whose model has variance 1. */
public enum Scaling {
  /** One factor for all, by which the mean squared length becomes the subspaces' dimension. */
  WHOLE,
  /** Each point to the length that the square root of the subspaces' dimension is. */
  ROWS,
  /** As they are. */
  NONE
}
