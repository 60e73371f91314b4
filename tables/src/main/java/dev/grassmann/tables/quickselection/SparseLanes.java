package dev.grassmann.tables.quickselection;

import dev.grassmann.engine.kernel.Fma;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The loops of {@link VectorSparse}: 128 to 512 bits at a time, as the processor prefers. */
final class SparseLanes {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private SparseLanes() {}

  /**
   * The sums stay in registers while the connections are walked, four vectors at a time: a read and
   * a fused multiply-add a vector, where adding to memory would cost two reads and a write.
   */
  static void gather(
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
    int b = lo;
    for (; b <= hi - 4 * LANES; b += 4 * LANES) {
      FloatVector s0 = FloatVector.broadcast(SPECIES, first);
      FloatVector s1 = s0;
      FloatVector s2 = s0;
      FloatVector s3 = s0;
      for (int e = from; e < to; e++) {
        FloatVector w = FloatVector.broadcast(SPECIES, weight[e]);
        int at = source[e] * stride + b;
        s0 = plus(w, FloatVector.fromArray(SPECIES, in, at), s0);
        s1 = plus(w, FloatVector.fromArray(SPECIES, in, at + LANES), s1);
        s2 = plus(w, FloatVector.fromArray(SPECIES, in, at + 2 * LANES), s2);
        s3 = plus(w, FloatVector.fromArray(SPECIES, in, at + 3 * LANES), s3);
      }
      s0.intoArray(out, outRow + b);
      s1.intoArray(out, outRow + b + LANES);
      s2.intoArray(out, outRow + b + 2 * LANES);
      s3.intoArray(out, outRow + b + 3 * LANES);
    }
    for (; b <= hi - 2 * LANES; b += 2 * LANES) {
      FloatVector s0 = FloatVector.broadcast(SPECIES, first);
      FloatVector s1 = s0;
      for (int e = from; e < to; e++) {
        FloatVector w = FloatVector.broadcast(SPECIES, weight[e]);
        int at = source[e] * stride + b;
        s0 = plus(w, FloatVector.fromArray(SPECIES, in, at), s0);
        s1 = plus(w, FloatVector.fromArray(SPECIES, in, at + LANES), s1);
      }
      s0.intoArray(out, outRow + b);
      s1.intoArray(out, outRow + b + LANES);
    }
    for (; b < hi; b += LANES) {
      FloatVector s0 = FloatVector.broadcast(SPECIES, first);
      for (int e = from; e < to; e++) {
        FloatVector w = FloatVector.broadcast(SPECIES, weight[e]);
        s0 = plus(w, FloatVector.fromArray(SPECIES, in, source[e] * stride + b), s0);
      }
      s0.intoArray(out, outRow + b);
    }
  }

  /**
   * Four connections at a time, so that the unit's own numbers are read once for four, and no sum
   * waits for the one before it.
   */
  static void gradients(
      int[] source,
      int from,
      int to,
      float[] before,
      int stride,
      float[] after,
      int row,
      float[] out) {
    int e = from;
    for (; e <= to - 4; e += 4) {
      int at0 = source[e] * stride;
      int at1 = source[e + 1] * stride;
      int at2 = source[e + 2] * stride;
      int at3 = source[e + 3] * stride;
      FloatVector s0 = FloatVector.zero(SPECIES);
      FloatVector s1 = s0;
      FloatVector s2 = s0;
      FloatVector s3 = s0;
      for (int b = 0; b < stride; b += LANES) {
        FloatVector own = part(after, row + b);
        s0 = plus(own, part(before, at0 + b), s0);
        s1 = plus(own, part(before, at1 + b), s1);
        s2 = plus(own, part(before, at2 + b), s2);
        s3 = plus(own, part(before, at3 + b), s3);
      }
      out[e - from] = s0.reduceLanes(VectorOperators.ADD);
      out[e - from + 1] = s1.reduceLanes(VectorOperators.ADD);
      out[e - from + 2] = s2.reduceLanes(VectorOperators.ADD);
      out[e - from + 3] = s3.reduceLanes(VectorOperators.ADD);
    }
    for (; e < to; e++) {
      FloatVector s0 = FloatVector.zero(SPECIES);
      for (int b = 0; b < stride; b += LANES) {
        s0 = plus(part(after, row + b), part(before, source[e] * stride + b), s0);
      }
      out[e - from] = s0.reduceLanes(VectorOperators.ADD);
    }
  }

  private static FloatVector part(float[] x, int at) {
    return FloatVector.fromArray(SPECIES, x, at);
  }

  private static FloatVector plus(FloatVector a, FloatVector b, FloatVector sum) {
    return Fma.HARDWARE ? a.fma(b, sum) : a.mul(b).add(sum);
  }

  static float sum(float[] a, int from, int length) {
    FloatVector s0 = FloatVector.zero(SPECIES);
    for (int i = from; i < from + length; i += LANES) {
      s0 = s0.add(part(a, i));
    }
    return s0.reduceLanes(VectorOperators.ADD);
  }

  static void error(
      float[] z, float keep, float[] target, int row, float[] squares, int lo, int hi) {
    for (int b = lo; b < hi; b += LANES) {
      FloatVector error = part(z, b).mul(keep).sub(part(target, row + b));
      error.intoArray(target, row + b);
      part(squares, b).add(error.mul(error)).intoArray(squares, b);
    }
  }

  static void back(float[] back, float[] s, int row, int lo, int hi) {
    FloatVector one = FloatVector.broadcast(SPECIES, 1);
    for (int b = lo; b < hi; b += LANES) {
      FloatVector here = part(s, row + b);
      part(back, b).mul(here.mul(one.sub(here))).intoArray(s, row + b);
    }
  }

  /** Each operation as in {@link PlainSparse#exp}, in the same order. */
  static void sigmoid(float[] z, int from, int length) {
    FloatVector one = FloatVector.broadcast(SPECIES, 1);
    for (int i = from; i < from + length; i += LANES) {
      FloatVector x = part(z, i).neg().min(PlainSparse.MOST).max(-PlainSparse.MOST);
      FloatVector shifted = x.mul(PlainSparse.LOG2_E).add(PlainSparse.ROUND);
      FloatVector k = shifted.sub(PlainSparse.ROUND);
      FloatVector r = x.sub(k.mul(PlainSparse.LN2_HIGH)).sub(k.mul(PlainSparse.LN2_LOW));
      FloatVector p = FloatVector.broadcast(SPECIES, 1 / 720f);
      p = p.mul(r).add(1 / 120f);
      p = p.mul(r).add(1 / 24f);
      p = p.mul(r).add(1 / 6f);
      p = p.mul(r).add(0.5f);
      p = p.mul(r).add(1);
      p = p.mul(r).add(1);
      IntVector bits = shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
      FloatVector power = bits.add(PlainSparse.ONE).reinterpretAsFloats();
      one.div(p.mul(power).add(one)).intoArray(z, i);
    }
  }
}
