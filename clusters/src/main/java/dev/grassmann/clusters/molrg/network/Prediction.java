package dev.grassmann.clusters.molrg.network;

/** What a network brought along gives for x_t = s x_0 + gamma e. */
public enum Prediction {
  /** The noise, e. */
  EPS,
  /** The clean point, x_0. */
  X0,
  /** s e - gamma x_0 (Salimans, Ho 2022), for schedules with s² + gamma² = 1. */
  V
}
