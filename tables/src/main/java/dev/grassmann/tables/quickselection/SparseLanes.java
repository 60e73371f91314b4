package dev.grassmann.tables.quickselection;

import dev.grassmann.engine.kernel.Fma;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The loops of {@link VectorSparse}: 128 to 512 bits at a time, as the processor prefers. */
final class SparseLanes {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> INTS =
      VectorSpecies.of(int.class, SPECIES.vectorShape());
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

  static float dot(float[] a, int aFrom, float[] b, int bFrom, int length) {
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = s0; // two sums: a fused multiply-add waits four cycles for the one before
    int i = 0;
    for (; i <= length - 2 * LANES; i += 2 * LANES) {
      s0 = plus(part(a, aFrom + i), part(b, bFrom + i), s0);
      s1 = plus(part(a, aFrom + i + LANES), part(b, bFrom + i + LANES), s1);
    }
    if (i < length) {
      s0 = plus(part(a, aFrom + i), part(b, bFrom + i), s0);
    }
    return s0.add(s1).reduceLanes(VectorOperators.ADD);
  }

  private static FloatVector part(float[] x, int at) {
    return FloatVector.fromArray(SPECIES, x, at);
  }

  private static FloatVector plus(FloatVector a, FloatVector b, FloatVector sum) {
    return Fma.HARDWARE ? a.fma(b, sum) : a.mul(b).add(sum);
  }

  /** Each operation as in {@link PlainSparse#exp}, in the same order. */
  static void sigmoid(float[] z, int from, int length) {
    for (int i = from; i < from + length; i += LANES) {
      FloatVector x = part(z, i).neg().min(PlainSparse.MOST).max(-PlainSparse.MOST);
      FloatVector k = x.mul(PlainSparse.LOG2_E).add(PlainSparse.ROUND).sub(PlainSparse.ROUND);
      FloatVector r = x.sub(k.mul(PlainSparse.LN2_HIGH)).sub(k.mul(PlainSparse.LN2_LOW));
      FloatVector p = FloatVector.broadcast(SPECIES, 1 / 720f);
      p = p.mul(r).add(1 / 120f);
      p = p.mul(r).add(1 / 24f);
      p = p.mul(r).add(1 / 6f);
      p = p.mul(r).add(0.5f);
      p = p.mul(r).add(1);
      p = p.mul(r).add(1);
      IntVector power = (IntVector) k.convertShape(VectorOperators.F2I, INTS, 0);
      FloatVector scale = power.add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
      FloatVector.broadcast(SPECIES, 1).div(p.mul(scale).add(1)).intoArray(z, i);
    }
  }
}
