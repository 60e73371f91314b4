package dev.grassmann.dictionaries.mpsae;

/** What is asked of the atoms' norms while they are learnt; at the end all have norm 1. */
public enum AtomNorm {
  /** Norm 1 after every step, and no gradient along the atom. */
  UNIT,
  /** At most norm 1 after every step: the paper's vision runs. */
  BALL,
  /**
   * Norm 1 at the start only: the paper's synthetic runs. An atom whose squared norm passes 2 makes
   * the residual grow, which {@code k} puts an end to.
   */
  FREE
}
