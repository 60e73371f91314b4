package dev.grassmann.tables.quickselection;

/**
 * The loops in which the time goes, on activations that lie unit by unit, the samples of a batch
 * side by side: so a connection is one multiplication of a whole stretch, and memory is read in
 * order. Two twins; they agree to the bit, but for the sums of {@link #gradients} and {@link #sum},
 * whose order differs.
 */
sealed interface SparseKernel permits PlainSparse, VectorSparse {
  /** Stretches begin and end at multiples of this many samples, whatever the processor's lanes. */
  int GROUP = 16;

  /** The fast twin where this virtual machine has the Vector API, the plain one elsewhere. */
  static SparseKernel best() {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
        ? new VectorSparse()
        : new PlainSparse();
  }

  /**
   * Samples {@code lo} to {@code hi} of one unit: {@code out[outRow + b] = first + sum over e of
   * weight[e] * in[source[e] * stride + b]}, e from {@code from} to {@code to}, in this order.
   */
  void gather(
      float first,
      float[] weight,
      int[] source,
      int from,
      int to,
      float[] in,
      int stride,
      int lo,
      int hi,
      float[] out,
      int outRow);

  /**
   * Gradients of the connections {@code from} to {@code to} of one unit, summed over the samples:
   * {@code out[e - from] = sum over b of before[source[e] * stride + b] * after[row + b]}.
   */
  void gradients(
      int[] source,
      int from,
      int to,
      float[] before,
      int stride,
      float[] after,
      int row,
      float[] out);

  /** Sum of {@code a_i}; the length is a multiple of {@link #GROUP}. */
  float sum(float[] a, int from, int length);

  /**
   * Error of an output unit, samples {@code lo} to {@code hi}: {@code e = keep * z[b] - target[row
   * + b]}, which takes the place of the target; {@code squares[b]} grows by e².
   */
  void error(float[] z, float keep, float[] target, int row, float[] squares, int lo, int hi);

  /** {@code s[row + b] ← back[b] * s (1 - s)}: through the sigmoid, b from lo to hi. */
  void back(float[] back, float[] s, int row, int lo, int hi);

  /** {@code z ← 1 / (1 + exp(-z))}, to 3e-7; the length is a multiple of {@link #GROUP}. */
  void sigmoid(float[] z, int from, int length);
}
