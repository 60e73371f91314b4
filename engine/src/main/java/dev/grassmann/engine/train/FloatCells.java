package dev.grassmann.engine.train;

import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * A row of float32 numbers in Java's or in native memory, read and written a stretch at a time. The
 * stretches pass through a small array that stays in cache, so that one loop serves both kinds.
 */
sealed interface FloatCells {
  /** Fills {@code target[0 .. count)} from place {@code from} on. */
  void read(int from, float[] target, int count);

  /** Overwrites places {@code from .. from + count} with {@code source[0 .. count)}. */
  void write(int from, float[] source, int count);

  /** The memory of a row-major float32 tensor on the CPU; valid while the tensor is. */
  static FloatCells of(Tensor tensor) {
    boolean narrow = tensor.scalar_type().value == ScalarType.Float.value;
    if (tensor.is_cuda() || !narrow || !tensor.is_contiguous()) {
      throw new IllegalArgumentException("a row-major float32 tensor on the CPU is needed");
    }
    return new Native(tensor, new FloatPointer(tensor.data_ptr()));
  }

  /** Numbers in a Java array. */
  record InArray(float[] numbers) implements FloatCells {
    @Override
    public void read(int from, float[] target, int count) {
      System.arraycopy(numbers, from, target, 0, count);
    }

    @Override
    public void write(int from, float[] source, int count) {
      System.arraycopy(source, 0, numbers, from, count);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof InArray cells && cells.numbers == numbers;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(numbers);
    }

    @Override
    public String toString() {
      return Arrays.toString(numbers);
    }
  }

  /**
   * Numbers in native memory.
   *
   * @param owner keeps the memory alive
   * @param start where they begin; never moved, so that threads can share it
   */
  record Native(Tensor owner, FloatPointer start) implements FloatCells {
    @Override
    public void read(int from, float[] target, int count) {
      new FloatPointer(start).position(from).get(target, 0, count);
    }

    @Override
    public void write(int from, float[] source, int count) {
      new FloatPointer(start).position(from).put(source, 0, count);
    }
  }
}
