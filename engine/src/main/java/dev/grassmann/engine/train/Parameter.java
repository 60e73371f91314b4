package dev.grassmann.engine.train;

import java.util.Arrays;

/**
 * Numbers that are learnt, under a name that is unique within a learner and goes into checkpoints.
 * They live in Java arrays or in a libtorch tensor; optimisers treat both alike.
 */
public sealed interface Parameter permits ArrayParameter, TensorParameter {
  String name();

  /** Length of each axis. */
  long[] shape();

  /** How many numbers. */
  default long count() {
    return Arrays.stream(shape()).reduce(1, Math::multiplyExact);
  }

  /** Makes the gradient zero (arrays) or undefined (tensors), before a batch. */
  void clearGradient();

  /** Whether the last batch had a gradient for it; without one it stays as it is. */
  boolean hasGradient();

  /** The numbers where they lie. */
  FloatCells cells();

  /** Their gradient where it lies. */
  FloatCells gradientCells();
}
