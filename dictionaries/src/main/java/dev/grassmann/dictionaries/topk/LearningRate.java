package dev.grassmann.dictionaries.topk;

/** The learning rate that an option stands for. */
final class LearningRate {
  private static final double AT_FULL_WIDTH = 2e-4;
  private static final double FULL_WIDTH = 1 << 14;

  private LearningRate() {}

  /** The option itself, or for 0 the rate that Gao et al. scale with the width. */
  static double of(double option, int features) {
    return option > 0 ? option : AT_FULL_WIDTH / Math.sqrt(features / FULL_WIDTH);
  }
}
