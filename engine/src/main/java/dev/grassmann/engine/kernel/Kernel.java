package dev.grassmann.engine.kernel;

/**
 * Vector arithmetic on stretches of arrays: {@code length} numbers from an offset on. Two twins: in
 * {@link #axpy}, {@link #argmax}, {@link #axpyArgmax}, {@link #axpyMagnitude}, {@link #above} and
 * {@link #adam} they agree to the bit, and so do the numbers of {@link #toHalf}; in its sum and in
 * {@link #dot}, which are taken in different orders, to the rounding of a sum of that length.
 *
 * <p>Offsets and lengths are checked by the array accesses themselves: a stretch beyond the array
 * throws {@link IndexOutOfBoundsException}.
 */
public sealed interface Kernel permits PlainKernel, VectorKernel {

  /** The fast twin where this virtual machine has the Vector API, the plain one elsewhere. */
  static Kernel best() {
    return KernelChoice.BEST;
  }

  /** The plain twin, for comparison. */
  static Kernel plain() {
    return PlainKernel.INSTANCE;
  }

  /**
   * What runs, for {@code run.json} and reports: {@code vector, 512 bits}, or {@code plain: } and
   * why not the other.
   */
  String description();

  /** Sum of a_i · b_i, accumulated in float32. */
  float dot(float[] a, int aFrom, float[] b, int bFrom, int length);

  /** Sum of a_i · b_i. */
  double dot(double[] a, int aFrom, double[] b, int bFrom, int length);

  /** y_i ← y_i + alpha · x_i, rounded twice. */
  void axpy(float alpha, float[] x, int xFrom, float[] y, int yFrom, int length);

  /**
   * Four {@link #axpy} in one pass over y, in their order and to the same bit: of four stretches of
   * {@code x}.
   *
   * @param alpha four factors from {@code at} on
   * @param xFrom where the four stretches start, from {@code at} on
   */
  void axpy4(float[] alpha, int[] xFrom, int at, float[] x, float[] y, int yFrom, int length);

  /** y_i ← y_i + alpha · x_i, rounded twice. */
  void axpy(double alpha, double[] x, int xFrom, double[] y, int yFrom, int length);

  /**
   * Place of the largest number, counted from {@code from}; the first of several equal ones. NaN is
   * never chosen.
   *
   * @return -1 where there is nothing to choose from
   */
  int argmax(float[] x, int from, int length);

  /** As for float32. */
  int argmax(double[] x, int from, int length);

  /**
   * y_i ← y_i + alpha · x_i and, in the same pass over memory, the {@link #argmax} of the new y:
   * the inner step of matching pursuit with a Gram matrix.
   */
  int axpyArgmax(float alpha, float[] x, int xFrom, float[] y, int yFrom, int length);

  /** As for float32. */
  int axpyArgmax(double alpha, double[] x, int xFrom, double[] y, int yFrom, int length);

  /** Largest |x_i|, 0 where there is none; NaN counts for nothing. */
  float magnitude(float[] x, int from, int length);

  /**
   * y_i ← y_i + alpha · x_i and, in the same pass over memory, the {@link #magnitude} of the new y.
   */
  float axpyMagnitude(float alpha, float[] x, int xFrom, float[] y, int yFrom, int length);

  /**
   * Rounds to bfloat16, the upper half of a float32's bits, to nearest and ties to even. For finite
   * numbers.
   *
   * @param out overwritten from {@code outFrom} on
   * @return sum of the squares of what rounding took away
   */
  float toHalf(float[] x, int from, int length, short[] out, int outFrom);

  /**
   * Places, counted from {@code from} and ascending, of the bfloat16 numbers above a floor that is
   * at least 0: such numbers are ordered as the shorts that hold them.
   *
   * @param found overwritten from 0 on; as long as {@code length}
   * @return how many there are
   */
  int above(short[] x, int from, int length, short floor, int[] found);

  /**
   * One step of Adam over a stretch: g ← g · clip + decay · p, then m, v and p as in the algorithm.
   *
   * @param p parameters, overwritten from 0 on
   * @param g gradient, from 0 on; overwritten where a twin likes
   * @param m memory of gradients, overwritten from {@code from} on
   * @param v memory of squares, overwritten from {@code from} on
   */
  void adam(float[] p, float[] g, float[] m, float[] v, int from, int length, AdamStep step);
}
