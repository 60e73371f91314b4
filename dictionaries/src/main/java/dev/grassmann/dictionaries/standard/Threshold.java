package dev.grassmann.dictionaries.standard;

import dev.grassmann.engine.train.State;

/**
 * Running average of the smallest value that a batch's choice kept; what exceeds it is active where
 * there is no batch. In float64: it moves by thousandths of itself a step.
 */
final class Threshold {
  private static final String NAME = "threshold";

  private final double keep;
  private final long start;
  private double average = Double.NaN;
  private double last = Double.NaN;

  /**
   * @param keep share of itself that a step keeps
   * @param start first step that counts
   */
  Threshold(double keep, long start) {
    this.keep = keep;
    this.start = start;
  }

  /**
   * Takes a batch's figure.
   *
   * @param smallest smallest value kept; 0 where nothing was
   */
  void follow(double smallest, long step) {
    if (smallest <= 0) {
      return;
    }
    last = smallest;
    if (step >= start) {
      average = Double.isNaN(average) ? smallest : keep * average + (1 - keep) * smallest;
    }
  }

  /** The average; before it began the last batch's; 0 before any. */
  float value() {
    double value = Double.isNaN(average) ? last : average;
    return Double.isNaN(value) ? 0 : (float) value;
  }

  void save(State state) {
    state.put(NAME, new double[] {average, last});
  }

  void load(State state) {
    average = state.doubles(NAME)[0];
    last = state.doubles(NAME)[1];
  }
}
