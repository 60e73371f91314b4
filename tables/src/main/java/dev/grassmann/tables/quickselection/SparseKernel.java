package dev.grassmann.tables.quickselection;

/**
 * The three loops in which the time goes, on activations that lie unit by unit, the samples of a
 * batch side by side: so a connection is one multiplication of a whole stretch, and memory is read
 * in order. Two twins; in {@link #gather} and {@link #sigmoid} they agree to the bit, in {@link
 * #dot} to the rounding of the sum.
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

  /** Sum of {@code a_i b_i}; the length is a multiple of {@link #GROUP}. */
  float dot(float[] a, int aFrom, float[] b, int bFrom, int length);

  /** {@code z ← 1 / (1 + exp(-z))}, to 3e-7; the length is a multiple of {@link #GROUP}. */
  void sigmoid(float[] z, int from, int length);
}
