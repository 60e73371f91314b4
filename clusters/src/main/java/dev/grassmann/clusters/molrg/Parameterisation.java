package dev.grassmann.clusters.molrg;

/** Which parts of the posterior mean a denoiser of that form learns. */
public enum Parameterisation {
  /** Subspaces alone; the weights are those of the noisy point. */
  SOFT,
  /**
   * Subspaces alone; each point is given to the subspace that holds most of its clean self. The
   * paper's analysed model: a training device that cannot sample.
   */
  HARD,
  /** Subspaces, variances, shares and means. */
  SPECTRUM
}
