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

  /** Added, it leaves the nearest whole number in the lowest bits; taken away again, rounded. */
  static final float ROUND = 12_582_912f;

  /** Bits of the number 1. */
  static final int ONE = 0x3F80_0000;

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
  public void gradients(
      int[] source,
      int from,
      int to,
      float[] before,
      int stride,
      float[] after,
      int row,
      float[] out) {
    for (int e = from; e < to; e++) {
      int at = source[e] * stride;
      float s0 = 0;
      float s1 = 0;
      float s2 = 0;
      float s3 = 0;
      for (int b = 0; b < stride; b += 4) {
        s0 = Fma.of(before[at + b], after[row + b], s0);
        s1 = Fma.of(before[at + b + 1], after[row + b + 1], s1);
        s2 = Fma.of(before[at + b + 2], after[row + b + 2], s2);
        s3 = Fma.of(before[at + b + 3], after[row + b + 3], s3);
      }
      out[e - from] = (s0 + s1) + (s2 + s3);
    }
  }

  @Override
  public float sum(float[] a, int from, int length) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    for (int i = from; i < from + length; i += 4) {
      s0 += a[i];
      s1 += a[i + 1];
      s2 += a[i + 2];
      s3 += a[i + 3];
    }
    return (s0 + s1) + (s2 + s3);
  }

  @Override
  public void error(
      float[] z, float keep, float[] target, int row, float[] squares, int lo, int hi) {
    for (int b = lo; b < hi; b++) {
      float error = z[b] * keep - target[row + b];
      target[row + b] = error;
      squares[b] += error * error;
    }
  }

  @Override
  public void back(float[] back, float[] s, int row, int lo, int hi) {
    for (int b = lo; b < hi; b++) {
      float here = s[row + b];
      s[row + b] = back[b] * (here * (1 - here));
    }
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
    float shifted = bounded * LOG2_E + ROUND;
    float k = shifted - ROUND;
    float r = (bounded - k * LN2_HIGH) - k * LN2_LOW;
    float p = 1 / 720f;
    p = p * r + 1 / 120f;
    p = p * r + 1 / 24f;
    p = p * r + 1 / 6f;
    p = p * r + 0.5f;
    p = p * r + 1;
    p = p * r + 1;
    // the bits of 2^k: k as exponent, beside the bits of 1
    return p * Float.intBitsToFloat((Float.floatToRawIntBits(shifted) << 23) + ONE);
  }
}
