package dev.grassmann.clusters.molrg.network;

/** What a network brought along is told about the noise, one number a row. */
public enum Conditioning {
  /** The time, 0 to 999. */
  TIMESTEP,
  /** The time, 0 to 1. */
  TIME,
  /** sigma = gamma / s. */
  SIGMA
}
