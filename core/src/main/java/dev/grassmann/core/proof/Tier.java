package dev.grassmann.core.proof;

/** How much a claim costs to measure. */
public enum Tier {
  /** Seconds; run by the test suite. */
  QUICK,
  /** Minutes on two cores, on real data. */
  FULL,
  /** Needs a CUDA device. */
  GPU
}
