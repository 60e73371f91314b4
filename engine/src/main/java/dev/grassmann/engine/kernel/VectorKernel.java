package dev.grassmann.engine.kernel;

/** The twin on the Vector API, 128 to 512 bits at a time, as the processor prefers. */
final class VectorKernel implements Kernel {
  @Override
  public String description() {
    return "vector, " + FloatLanes.SPECIES.vectorBitSize() + " bits";
  }

  @Override
  public float dot(float[] a, int aFrom, float[] b, int bFrom, int length) {
    return FloatLanes.dot(a, aFrom, b, bFrom, length);
  }

  @Override
  public void axpy(float alpha, float[] x, int xFrom, float[] y, int yFrom, int length) {
    FloatLanes.axpy(alpha, x, xFrom, y, yFrom, length);
  }

  @Override
  public void axpy4(
      float[] alpha, int[] xFrom, int at, float[] x, float[] y, int yFrom, int length) {
    FloatLanes.axpy4(alpha, xFrom, at, x, y, yFrom, length);
  }

  @Override
  public int argmax(float[] x, int from, int length) {
    return FloatLanes.argmax(x, from, length);
  }

  @Override
  public int axpyArgmax(float alpha, float[] x, int xFrom, float[] y, int yFrom, int length) {
    return FloatLanes.axpyArgmax(alpha, x, xFrom, y, yFrom, length);
  }

  @Override
  public float magnitude(float[] x, int from, int length) {
    return FloatLanes.magnitude(x, from, length);
  }

  @Override
  public float axpyMagnitude(float alpha, float[] x, int xFrom, float[] y, int yFrom, int length) {
    return FloatLanes.axpyMagnitude(alpha, x, xFrom, y, yFrom, length);
  }

  @Override
  public double dot(double[] a, int aFrom, double[] b, int bFrom, int length) {
    return DoubleLanes.dot(a, aFrom, b, bFrom, length);
  }

  @Override
  public void axpy(double alpha, double[] x, int xFrom, double[] y, int yFrom, int length) {
    DoubleLanes.axpy(alpha, x, xFrom, y, yFrom, length);
  }

  @Override
  public int argmax(double[] x, int from, int length) {
    return DoubleLanes.argmax(x, from, length);
  }

  @Override
  public int axpyArgmax(double alpha, double[] x, int xFrom, double[] y, int yFrom, int length) {
    return DoubleLanes.axpyArgmax(alpha, x, xFrom, y, yFrom, length);
  }

  @Override
  public float toHalf(float[] x, int from, int length, short[] out, int outFrom) {
    return HalfLanes.toHalf(x, from, length, out, outFrom);
  }

  @Override
  public int above(short[] x, int from, int length, short floor, int[] found) {
    return HalfLanes.above(x, from, length, floor, found);
  }

  @Override
  public void adam(
      float[] p, float[] g, float[] m, float[] v, int from, int length, AdamStep step) {
    AdamLanes.adam(p, g, m, v, from, length, step);
  }
}
