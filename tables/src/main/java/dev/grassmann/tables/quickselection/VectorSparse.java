package dev.grassmann.tables.quickselection;

/** The twin on the Vector API; its loops are in a class that loads only where that is there. */
final class VectorSparse implements SparseKernel {
  @Override
  public void gather(
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
      int outRow) {
    SparseLanes.gather(first, weight, source, from, to, in, stride, lo, hi, out, outRow);
  }

  @Override
  public float dot(float[] a, int aFrom, float[] b, int bFrom, int length) {
    return SparseLanes.dot(a, aFrom, b, bFrom, length);
  }

  @Override
  public void sigmoid(float[] z, int from, int length) {
    SparseLanes.sigmoid(z, from, length);
  }
}
