package dev.grassmann.tables.kan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A way through a network, forward and back, with the arrays that it needs. */
final class KanPass {
  /** Rows at a time where there is no batch to be learnt from: their bases stay in cache. */
  private static final int BATCH = 64;

  private final KanNetwork network;
  private final int threads;
  private final List<Bases> bases = new ArrayList<>();
  private final List<float[]> outputs = new ArrayList<>();
  private final List<float[]> gradients = new ArrayList<>();

  /** On the calling thread alone. */
  KanPass(KanNetwork network) {
    this(network, 1);
  }

  KanPass(KanNetwork network, int threads) {
    this.network = network;
    this.threads = threads;
    for (KanLayer layer : network.layers()) {
      bases.add(new Bases(layer));
      outputs.add(new float[0]);
      gradients.add(new float[0]);
    }
  }

  /** Work on some rows. */
  interface Work {
    /**
     * @param numbers {@code count} rows
     * @param from number of the first of them
     */
    void rows(float[] numbers, int from, int count);
  }

  /** Goes over rows in batches. */
  static void inBatches(float[] x, int rows, int columns, Work work) {
    for (int from = 0; from < rows; from += BATCH) {
      int count = Math.min(BATCH, rows - from);
      work.rows(Arrays.copyOfRange(x, from * columns, (from + count) * columns), from, count);
    }
  }

  /**
   * The outputs, rows × outputs.
   *
   * @param x rows × inputs; kept until the next call
   * @return an array that the next call overwrites; it may be longer
   */
  float[] forward(float[] x, int rows) {
    float[] now = x;
    for (int l = 0; l < bases.size(); l++) {
      now = forward(l, now, rows);
    }
    return now;
  }

  /** The outputs of one layer. */
  float[] forward(int l, float[] x, int rows) {
    KanLayer layer = network.layers().get(l);
    bases.get(l).set(x, rows, threads);
    float[] y = room(outputs, l, rows * layer.outputs());
    layer.forward(bases.get(l), y, threads);
    return y;
  }

  /**
   * Adds to the parameters' gradients, after {@link #forward}.
   *
   * @param dy gradient of the outputs, rows × outputs
   */
  void backward(float[] dy) {
    float[] now = dy;
    for (int l = bases.size() - 1; l >= 0; l--) {
      network.layers().get(l).backward(bases.get(l), now, threads);
      if (l > 0) {
        now = inputGradient(l, now);
      }
    }
  }

  /** Gradient of the inputs, after {@link #forward}; the parameters' stay as they are. */
  float[] inputGradient(float[] dy) {
    float[] now = dy;
    for (int l = bases.size() - 1; l >= 0; l--) {
      now = inputGradient(l, now);
    }
    return now;
  }

  /** Bases of a layer, after {@link #forward}. */
  Bases bases(int l) {
    return bases.get(l);
  }

  private float[] inputGradient(int l, float[] dy) {
    KanLayer layer = network.layers().get(l);
    float[] dx = room(gradients, l, bases.get(l).rows() * layer.inputs());
    layer.inputGradient(bases.get(l), dy, dx, threads);
    return dx;
  }

  private static float[] room(List<float[]> arrays, int l, int length) {
    if (arrays.get(l).length < length) {
      arrays.set(l, new float[length]);
    }
    return arrays.get(l);
  }
}
