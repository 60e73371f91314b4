package dev.grassmann.engine.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The loops of {@link VectorKernel} for 64-bit numbers. */
final class DoubleLanes {
  static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

  /** Numbers whose largest one is looked for together: few enough to be in cache for the search. */
  private static final int BLOCK = 1024;

  private DoubleLanes() {}

  static double dot(double[] a, int aFrom, double[] b, int bFrom, int length) {
    // four sums: a fused multiply-add takes four cycles, and one (512 bits) or two can start a
    // cycle
    int lanes = SPECIES.length();
    DoubleVector s0 = DoubleVector.zero(SPECIES);
    DoubleVector s1 = s0;
    DoubleVector s2 = s0;
    DoubleVector s3 = s0;
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
    double sum = s0.add(s1).add(s2.add(s3)).reduceLanes(VectorOperators.ADD);
    for (; i < length; i++) {
      sum += a[aFrom + i] * b[bFrom + i];
    }
    return sum;
  }

  private static DoubleVector multiplyAdd(
      double[] a, int aAt, double[] b, int bAt, DoubleVector sum) {
    DoubleVector x = DoubleVector.fromArray(SPECIES, a, aAt);
    DoubleVector y = DoubleVector.fromArray(SPECIES, b, bAt);
    return Fma.HARDWARE ? x.fma(y, sum) : x.mul(y).add(sum);
  }

  /** Multiplies, then adds: the loop waits for memory, and so the twins agree to the bit. */
  static void axpy(double alpha, double[] x, int xFrom, double[] y, int yFrom, int length) {
    int lanes = SPECIES.length();
    int i = 0;
    for (; i <= length - lanes; i += lanes) {
      DoubleVector.fromArray(SPECIES, x, xFrom + i)
          .mul(alpha)
          .add(DoubleVector.fromArray(SPECIES, y, yFrom + i))
          .intoArray(y, yFrom + i);
    }
    for (; i < length; i++) {
      y[yFrom + i] += alpha * x[xFrom + i];
    }
  }

  static int argmax(double[] x, int from, int length) {
    double largest = Double.NEGATIVE_INFINITY;
    int block = -1;
    for (int b = 0; b < length; b += BLOCK) {
      double here = largest(x, from + b, Math.min(BLOCK, length - b));
      if (here > largest) {
        largest = here;
        block = b;
      }
    }
    return find(x, from, length, largest, block);
  }

  static int axpyArgmax(double alpha, double[] x, int xFrom, double[] y, int yFrom, int length) {
    double largest = Double.NEGATIVE_INFINITY;
    int block = -1;
    for (int b = 0; b < length; b += BLOCK) {
      int count = Math.min(BLOCK, length - b);
      double here = axpyLargest(alpha, x, xFrom + b, y, yFrom + b, count);
      if (here > largest) {
        largest = here;
        block = b;
      }
    }
    return find(y, yFrom, length, largest, block);
  }

  private static double axpyLargest(
      double alpha, double[] x, int xFrom, double[] y, int yFrom, int count) {
    int lanes = SPECIES.length();
    DoubleVector largest = DoubleVector.broadcast(SPECIES, Double.NEGATIVE_INFINITY);
    int i = 0;
    for (; i <= count - lanes; i += lanes) {
      DoubleVector fresh =
          DoubleVector.fromArray(SPECIES, x, xFrom + i)
              .mul(alpha)
              .add(DoubleVector.fromArray(SPECIES, y, yFrom + i));
      fresh.intoArray(y, yFrom + i);
      largest = larger(largest, fresh);
    }
    double most = largest.reduceLanes(VectorOperators.MAX);
    for (; i < count; i++) {
      y[yFrom + i] += alpha * x[xFrom + i];
      most = y[yFrom + i] > most ? y[yFrom + i] : most;
    }
    return most;
  }

  private static double largest(double[] x, int from, int count) {
    int lanes = SPECIES.length();
    DoubleVector largest = DoubleVector.broadcast(SPECIES, Double.NEGATIVE_INFINITY);
    int i = 0;
    for (; i <= count - lanes; i += lanes) {
      largest = larger(largest, DoubleVector.fromArray(SPECIES, x, from + i));
    }
    double most = largest.reduceLanes(VectorOperators.MAX);
    for (; i < count; i++) {
      most = x[from + i] > most ? x[from + i] : most;
    }
    return most;
  }

  /** By comparison and not by max, which would let one NaN win for good. */
  private static DoubleVector larger(DoubleVector largest, DoubleVector fresh) {
    return largest.blend(fresh, fresh.compare(VectorOperators.GT, largest));
  }

  private static int find(double[] x, int from, int length, double largest, int block) {
    int lanes = SPECIES.length();
    int i = Math.max(0, block);
    for (; i <= length - lanes; i += lanes) {
      VectorMask<Double> equal = DoubleVector.fromArray(SPECIES, x, from + i).eq(largest);
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
