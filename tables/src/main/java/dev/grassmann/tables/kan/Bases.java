package dev.grassmann.tables.kan;

import dev.grassmann.core.run.Workers;

/**
 * What a layer's curves are made of, for a batch of rows: SiLU(x) and the basis functions that are
 * not zero. One object serves batch after batch; it grows with the largest.
 */
final class Bases {
  /** Numbers that are worth another thread. */
  private static final int A_THREAD = 1 << 11;

  private final SplineGrid grid;
  private final int inputs;
  private int rows;
  private float[] x = {};
  private float[] silu = {};
  private float[] values = {};
  private int[] first = {};

  Bases(KanLayer layer) {
    this.grid = layer.grid();
    this.inputs = layer.inputs();
  }

  /**
   * Computes them.
   *
   * @param numbers rows × inputs, kept until the next call
   */
  void set(float[] numbers, int count, int threads) {
    Workers.ranges(
        hold(numbers, count), A_THREAD, threads, (from, to) -> compute(numbers, from, to));
  }

  private void compute(float[] numbers, int from, int to) {
    int width = grid.width();
    for (int c = from; c < to; c++) {
      silu[c] = Silu.of(numbers[c]);
    }
    for (int c = from; c < to; c++) {
      first[c] = grid.values(numbers[c], values, c * width);
    }
  }

  /** Computes those of one input; what the others have is not to be read. */
  void setInput(float[] numbers, int count, int input) {
    int cells = hold(numbers, count);
    for (int c = input; c < cells; c += inputs) {
      silu[c] = Silu.of(numbers[c]);
      first[c] = grid.values(numbers[c], values, c * grid.width());
    }
  }

  private int hold(float[] numbers, int count) {
    rows = count;
    x = numbers;
    int cells = count * inputs;
    if (silu.length < cells) {
      silu = new float[cells];
      values = new float[cells * grid.width()];
      first = new int[cells];
    }
    return cells;
  }

  int rows() {
    return rows;
  }

  /** The inputs, rows × inputs. */
  float[] x() {
    return x;
  }

  /** SiLU of each input. */
  float[] silu() {
    return silu;
  }

  /** Values of the functions that are not zero, {@link SplineGrid#width()} an input. */
  float[] values() {
    return values;
  }

  /** Number of the function whose value stands first, one an input. */
  int[] first() {
    return first;
  }
}
