package dev.grassmann.engine.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** The loops of {@link VectorKernel} for bfloat16, which Java holds as shorts. */
final class HalfLanes {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_PREFERRED;

  /** As many shorts as there are ints in a register, or null where that is less than 64 bits. */
  private static final VectorSpecies<Short> NARROW =
      INTS.vectorBitSize() < 128
          ? null
          : VectorSpecies.of(short.class, VectorShape.forBitSize(INTS.vectorBitSize() / 2));

  private HalfLanes() {}

  static float toHalf(float[] x, int from, int length, short[] out, int outFrom) {
    if (NARROW == null) {
      return PlainKernel.INSTANCE.toHalf(x, from, length, out, outFrom);
    }
    int lanes = FLOATS.length();
    FloatVector lost = FloatVector.zero(FLOATS);
    int i = 0;
    for (; i <= length - lanes; i += lanes) {
      FloatVector number = FloatVector.fromArray(FLOATS, x, from + i);
      IntVector bits = number.reinterpretAsInts();
      IntVector odd = bits.lanewise(VectorOperators.LSHR, 16).and(1);
      IntVector rounded = bits.add(odd).add(0x7FFF);
      ShortVector half =
          (ShortVector)
              rounded
                  .lanewise(VectorOperators.LSHR, 16)
                  .convertShape(VectorOperators.I2S, NARROW, 0);
      half.intoArray(out, outFrom + i);
      FloatVector off = number.sub(rounded.and(0xFFFF0000).reinterpretAsFloats());
      lost = off.mul(off).add(lost);
    }
    float sum = lost.reduceLanes(VectorOperators.ADD);
    return sum + PlainKernel.INSTANCE.toHalf(x, from + i, length - i, out, outFrom + i);
  }

  static int above(short[] x, int from, int length, short floor, int[] found) {
    int lanes = SHORTS.length();
    int count = 0;
    int i = 0;
    for (; i <= length - lanes; i += lanes) {
      if (ShortVector.fromArray(SHORTS, x, from + i)
          .compare(VectorOperators.GT, floor)
          .anyTrue()) { // rare, so that its lanes may be looked at one by one
        for (int lane = i; lane < i + lanes; lane++) {
          if (x[from + lane] > floor) {
            found[count++] = lane;
          }
        }
      }
    }
    for (; i < length; i++) {
      if (x[from + i] > floor) {
        found[count++] = i;
      }
    }
    return count;
  }
}
