package dev.grassmann.engine.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Adam on the Vector API: the compiler leaves the plain loop's root and division scalar, which cost
 * 3 ns a number. Operations come in the plain twin's order and unfused, so that the bits agree.
 */
final class AdamLanes {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  private AdamLanes() {}

  static void adam(
      float[] p, float[] g, float[] m, float[] v, int from, int length, AdamStep step) {
    int lanes = SPECIES.length();
    float fresh = 1 - step.beta1();
    float freshSquare = 1 - step.beta2();
    int i = 0;
    for (; i <= length - lanes; i += lanes) {
      FloatVector pi = FloatVector.fromArray(SPECIES, p, i);
      FloatVector mi = FloatVector.fromArray(SPECIES, m, from + i);
      FloatVector vi = FloatVector.fromArray(SPECIES, v, from + i);
      FloatVector gi =
          FloatVector.fromArray(SPECIES, g, i).mul(step.clip()).add(pi.mul(step.decay()));
      mi = mi.add(gi.sub(mi).mul(fresh));
      vi = vi.mul(step.beta2()).add(gi.mul(gi).mul(freshSquare));
      mi.intoArray(m, from + i);
      vi.intoArray(v, from + i);
      FloatVector root = vi.sqrt().mul(step.root()).add(step.epsilon());
      pi.mul(step.keep()).sub(mi.mul(step.rate()).div(root)).intoArray(p, i);
    }
    PlainKernel.adam(p, g, m, v, from, i, length, step);
  }
}
