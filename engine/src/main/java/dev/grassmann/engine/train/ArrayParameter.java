package dev.grassmann.engine.train;

import dev.grassmann.engine.RowRanges;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A parameter in Java arrays, for learners that compute their gradients themselves. */
public final class ArrayParameter implements Parameter {
  /** Numbers worth a thread of their own to clear. */
  private static final int LONG = 1 << 18;

  private final String name;
  private final long[] shape;
  private final float[] values;
  private final float[] gradient;
  private final List<Stretch> forgotten = new ArrayList<>();

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

  /**
   * Says that some numbers were set anew, so that what the optimiser remembers of their gradients
   * no longer holds; to be called from {@link Learner#moved}.
   *
   * @param from first of the numbers
   * @param count how many
   */
  public void forget(int from, int count) {
    forgotten.add(new Stretch(from, count));
  }

  /** Numbers in a row. */
  record Stretch(int from, int count) {}

  /** What was to be forgotten since this was asked last. */
  List<Stretch> takeForgotten() {
    List<Stretch> taken = List.copyOf(forgotten);
    forgotten.clear();
    return taken;
  }

  @Override
  public void clearGradient() {
    RowRanges.forEach(gradient.length, LONG, (from, to) -> Arrays.fill(gradient, from, to, 0));
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
