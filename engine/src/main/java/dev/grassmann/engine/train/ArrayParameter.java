package dev.grassmann.engine.train;

import java.util.Arrays;

/** A parameter in Java arrays, for learners that compute their gradients themselves. */
public final class ArrayParameter implements Parameter {
  private final String name;
  private final long[] shape;
  private final float[] values;
  private final float[] gradient;

  /**
   * @param values the numbers at the start, last axis fastest; the array itself is learnt
   * @param shape length of each axis
   */
  public ArrayParameter(String name, float[] values, long... shape) {
    this.name = name;
    this.shape = shape.clone();
    this.values = values;
    this.gradient = new float[values.length];
    if (count() != values.length) {
      throw new IllegalArgumentException(
          name + " has " + values.length + " numbers for the shape " + Arrays.toString(shape));
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long[] shape() {
    return shape.clone();
  }

  /** The numbers themselves, not a copy. */
  public float[] values() {
    return values;
  }

  /** The gradient's own array: a learner adds to it, the trainer has set it to zero. */
  public float[] gradient() {
    return gradient;
  }

  @Override
  public void clearGradient() {
    Arrays.fill(gradient, 0);
  }

  @Override
  public boolean hasGradient() {
    return true;
  }

  @Override
  public FloatCells cells() {
    return new FloatCells.InArray(values);
  }

  @Override
  public FloatCells gradientCells() {
    return new FloatCells.InArray(gradient);
  }
}
