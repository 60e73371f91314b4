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
  public void gradients(
      int[] source,
      int from,
      int to,
      float[] before,
      int stride,
      float[] after,
      int row,
      float[] out) {
    SparseLanes.gradients(source, from, to, before, stride, after, row, out);
  }

  @Override
  public float sum(float[] a, int from, int length) {
    return SparseLanes.sum(a, from, length);
  }

  @Override
  public void error(
      float[] z, float keep, float[] target, int row, float[] squares, int lo, int hi) {
    SparseLanes.error(z, keep, target, row, squares, lo, hi);
  }

  @Override
  public void back(float[] back, float[] s, int row, int lo, int hi) {
    SparseLanes.back(back, s, row, lo, hi);
  }

  @Override
  public void sigmoid(float[] z, int from, int length) {
    SparseLanes.sigmoid(z, from, length);
  }
}
