package dev.grassmann.engine.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The loops of {@link VectorKernel} for 32-bit numbers. */
final class FloatLanes {
  static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  /** Numbers whose largest one is looked for together: few enough to be in cache for the search. */
  private static final int BLOCK = 1024;

  private FloatLanes() {}

  static float dot(float[] a, int aFrom, float[] b, int bFrom, int length) {
    // four sums: a fused multiply-add takes four cycles, and one (512 bits) or two can start a
    // cycle
    int lanes = SPECIES.length();
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    int i = 0;
    for (; i <= length - 4 * lanes; i += 4 * lanes) {
      s0 = multiplyAdd(a, aFrom + i, b, bFrom + i, s0);
      s1 = multiplyAdd(a, aFrom + i + lanes, b, bFrom + i + lanes, s1);
      s2 = multiplyAdd(a, aFrom + i + 2 * lanes, b, bFrom + i + 2 * lanes, s2);
      s3 = multiplyAdd(a, aFrom + i + 3 * lanes, b, bFrom + i + 3 * lanes, s3);
    }
    for (; i <= length - lanes; i += lanes) {
      s0 = multiplyAdd(a, aFrom + i, b, bFrom + i, s0);
    }
    float sum = s0.add(s1).add(s2.add(s3)).reduceLanes(VectorOperators.ADD);
    for (; i < length; i++) {
      sum += a[aFrom + i] * b[bFrom + i];
    }
    return sum;
  }

  private static FloatVector multiplyAdd(float[] a, int aAt, float[] b, int bAt, FloatVector sum) {
    FloatVector x = FloatVector.fromArray(SPECIES, a, aAt);
    FloatVector y = FloatVector.fromArray(SPECIES, b, bAt);
    return Fma.HARDWARE ? x.fma(y, sum) : x.mul(y).add(sum);
  }

  /** Multiplies, then adds: the loop waits for memory, and so the twins agree to the bit. */
  static void axpy(float alpha, float[] x, int xFrom, float[] y, int yFrom, int length) {
    int lanes = SPECIES.length();
    int i = 0;
    for (; i <= length - lanes; i += lanes) {
      FloatVector.fromArray(SPECIES, x, xFrom + i)
          .mul(alpha)
          .add(FloatVector.fromArray(SPECIES, y, yFrom + i))
          .intoArray(y, yFrom + i);
    }
    for (; i < length; i++) {
      y[yFrom + i] += alpha * x[xFrom + i];
    }
  }

  /** One load and one store of y for four products, where four times axpy has four of each. */
  static void axpy4(
      float[] alpha, int[] xFrom, int at, float[] x, float[] y, int yFrom, int length) {
    float a0 = alpha[at];
    float a1 = alpha[at + 1];
    float a2 = alpha[at + 2];
    float a3 = alpha[at + 3];
    int x0 = xFrom[at];
    int x1 = xFrom[at + 1];
    int x2 = xFrom[at + 2];
    int x3 = xFrom[at + 3];
    int lanes = SPECIES.length();
    int i = 0;
    for (; i <= length - lanes; i += lanes) {
      FloatVector sum = FloatVector.fromArray(SPECIES, y, yFrom + i);
      sum = FloatVector.fromArray(SPECIES, x, x0 + i).mul(a0).add(sum);
      sum = FloatVector.fromArray(SPECIES, x, x1 + i).mul(a1).add(sum);
      sum = FloatVector.fromArray(SPECIES, x, x2 + i).mul(a2).add(sum);
      FloatVector.fromArray(SPECIES, x, x3 + i).mul(a3).add(sum).intoArray(y, yFrom + i);
    }
    for (; i < length; i++) {
      float sum = y[yFrom + i] + a0 * x[x0 + i];
      sum += a1 * x[x1 + i];
      sum += a2 * x[x2 + i];
      y[yFrom + i] = sum + a3 * x[x3 + i];
    }
  }

  static int argmax(float[] x, int from, int length) {
    float largest = Float.NEGATIVE_INFINITY;
    int block = -1;
    for (int b = 0; b < length; b += BLOCK) {
      float here = largest(x, from + b, Math.min(BLOCK, length - b));
      if (here > largest) {
        largest = here;
        block = b;
      }
    }
    return find(x, from, length, largest, block);
  }

  static int axpyArgmax(float alpha, float[] x, int xFrom, float[] y, int yFrom, int length) {
    float largest = Float.NEGATIVE_INFINITY;
    int block = -1;
    for (int b = 0; b < length; b += BLOCK) {
      int count = Math.min(BLOCK, length - b);
      float here = axpyLargest(alpha, x, xFrom + b, y, yFrom + b, count);
      if (here > largest) {
        largest = here;
        block = b;
      }
    }
    return find(y, yFrom, length, largest, block);
  }

  private static float axpyLargest(
      float alpha, float[] x, int xFrom, float[] y, int yFrom, int count) {
    int lanes = SPECIES.length();
    FloatVector largest = FloatVector.broadcast(SPECIES, Float.NEGATIVE_INFINITY);
    int i = 0;
    for (; i <= count - lanes; i += lanes) {
      FloatVector fresh =
          FloatVector.fromArray(SPECIES, x, xFrom + i)
              .mul(alpha)
              .add(FloatVector.fromArray(SPECIES, y, yFrom + i));
      fresh.intoArray(y, yFrom + i);
      largest = larger(largest, fresh);
    }
    float most = largest.reduceLanes(VectorOperators.MAX);
    for (; i < count; i++) {
      y[yFrom + i] += alpha * x[xFrom + i];
      most = y[yFrom + i] > most ? y[yFrom + i] : most;
    }
    return most;
  }

  private static float largest(float[] x, int from, int count) {
    int lanes = SPECIES.length();
    FloatVector largest = FloatVector.broadcast(SPECIES, Float.NEGATIVE_INFINITY);
    int i = 0;
    for (; i <= count - lanes; i += lanes) {
      largest = larger(largest, FloatVector.fromArray(SPECIES, x, from + i));
    }
    float most = largest.reduceLanes(VectorOperators.MAX);
    for (; i < count; i++) {
      most = x[from + i] > most ? x[from + i] : most;
    }
    return most;
  }

  static float magnitude(float[] x, int from, int length) {
    int lanes = SPECIES.length();
    FloatVector a = FloatVector.zero(SPECIES);
    FloatVector b = a; // two, so that a comparison need not wait for the one before it
    int i = 0;
    for (; i <= length - 2 * lanes; i += 2 * lanes) {
      a = larger(a, FloatVector.fromArray(SPECIES, x, from + i).abs());
      b = larger(b, FloatVector.fromArray(SPECIES, x, from + i + lanes).abs());
    }
    float most = larger(a, b).reduceLanes(VectorOperators.MAX);
    for (; i < length; i++) {
      float size = Math.abs(x[from + i]);
      most = size > most ? size : most;
    }
    return most;
  }

  static float axpyMagnitude(float alpha, float[] x, int xFrom, float[] y, int yFrom, int length) {
    int lanes = SPECIES.length();
    FloatVector largest = FloatVector.zero(SPECIES);
    int i = 0;
    for (; i <= length - lanes; i += lanes) {
      FloatVector fresh =
          FloatVector.fromArray(SPECIES, x, xFrom + i)
              .mul(alpha)
              .add(FloatVector.fromArray(SPECIES, y, yFrom + i));
      fresh.intoArray(y, yFrom + i);
      largest = larger(largest, fresh.abs());
    }
    float most = largest.reduceLanes(VectorOperators.MAX);
    for (; i < length; i++) {
      y[yFrom + i] += alpha * x[xFrom + i];
      float size = Math.abs(y[yFrom + i]);
      most = size > most ? size : most;
    }
    return most;
  }

  /** By comparison and not by max, which would let one NaN win for good. */
  private static FloatVector larger(FloatVector largest, FloatVector fresh) {
    return largest.blend(fresh, fresh.compare(VectorOperators.GT, largest));
  }

  private static int find(float[] x, int from, int length, float largest, int block) {
    int lanes = SPECIES.length();
    int i = Math.max(0, block);
    for (; i <= length - lanes; i += lanes) {
      VectorMask<Float> equal = FloatVector.fromArray(SPECIES, x, from + i).eq(largest);
      if (equal.anyTrue()) {
        return i + equal.firstTrue();
      }
    }
    for (; i < length; i++) {
      if (x[from + i] == largest) {
        return i;
      }
    }
    return -1;
  }
}
