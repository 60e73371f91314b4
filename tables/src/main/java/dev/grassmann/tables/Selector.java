package dev.grassmann.tables;

import dev.grassmann.core.run.Run;

/** Gives every feature a score by looking at rows that it may learn from and rows held out. */
public interface Selector {
  /** How features are scaled before it sees them. */
  Scaling.Kind scaling();

  /** Whether it trains something that goes on from a checkpoint: each fold then has a folder. */
  default boolean keepsCheckpoints() {
    return false;
  }

  /**
   * Whether it keeps all threads busy by itself: folds are then done one after the other, so that
   * the last of them does not leave threads idle.
   */
  default boolean sharesThreads() {
    return false;
  }

  /**
   * One score a feature, the more the better, in any unit.
   *
   * @param training rows to learn from
   * @param validation rows held out, scaled as the training rows are
   */
  double[] score(Sample training, Sample validation, Run run);
}
