package dev.grassmann.compare.units;

/** What makes two units partners. */
public enum Score {
  /** Pearson's correlation. */
  CORR,
  /** Mutual information of binned values, in nats: also sees what is no straight line. */
  MI
}
