package dev.grassmann.tables.quickselection;

import dev.grassmann.engine.kernel.Fma;

/** The twin in plain Java. */
final class PlainSparse implements SparseKernel {
  /** exp is 0 or infinite beyond, and 2^k no longer a float. */
  static final float MOST = 87;

  static final float LOG2_E = 1.44269504f;

  /** ln 2 in two parts, the first with few digits, so that k times it is exact. */
  static final float LN2_HIGH = 0.693359375f;

  static final float LN2_LOW = -2.12194440e-4f;

  /** Added and taken away again, it rounds to the nearest whole number. */
  static final float ROUND = 12_582_912f;

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
    for (int b = lo; b < hi; b++) {
      out[outRow + b] = first;
    }
    for (int e = from; e < to; e++) {
      int row = source[e] * stride;
      for (int b = lo; b < hi; b++) {
        out[outRow + b] = Fma.of(weight[e], in[row + b], out[outRow + b]);
      }
    }
  }

  @Override
  public float dot(float[] a, int aFrom, float[] b, int bFrom, int length) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    for (int i = 0; i < length; i += 4) {
      s0 = Fma.of(a[aFrom + i], b[bFrom + i], s0);
      s1 = Fma.of(a[aFrom + i + 1], b[bFrom + i + 1], s1);
      s2 = Fma.of(a[aFrom + i + 2], b[bFrom + i + 2], s2);
      s3 = Fma.of(a[aFrom + i + 3], b[bFrom + i + 3], s3);
    }
    return (s0 + s1) + (s2 + s3);
  }

  @Override
  public void sigmoid(float[] z, int from, int length) {
    for (int i = from; i < from + length; i++) {
      z[i] = 1 / (1 + exp(-z[i]));
    }
  }

  /** exp x = 2^k exp r with |r| at most ln 2 / 2, exp r by its Taylor series. */
  static float exp(float x) {
    float bounded = Math.max(-MOST, Math.min(MOST, x));
    float k = (bounded * LOG2_E + ROUND) - ROUND;
    float r = (bounded - k * LN2_HIGH) - k * LN2_LOW;
    float p = 1 / 720f;
    p = p * r + 1 / 120f;
    p = p * r + 1 / 24f;
    p = p * r + 1 / 6f;
    p = p * r + 0.5f;
    p = p * r + 1;
    p = p * r + 1;
    return p * Float.intBitsToFloat(((int) k + 127) << 23);
  }
}
