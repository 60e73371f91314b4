package dev.grassmann.compare.classifier;

import java.util.Arrays;

/**
 * Numbers of one parameter in float64.
 *
 * @param values last axis fastest
 * @param shape length of each axis
 */
public record WeightArray(double[] values, long... shape) {
  public WeightArray {
    long count = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    if (count != values.length) {
      throw new IllegalArgumentException(
          values.length + " numbers of shape " + Arrays.toString(shape));
    }
    values = values.clone();
    shape = shape.clone();
  }

  /** A copy of the numbers. */
  @Override
  public double[] values() {
    return values.clone();
  }

  /** A copy of the axes' lengths. */
  @Override
  public long[] shape() {
    return shape.clone();
  }
}
