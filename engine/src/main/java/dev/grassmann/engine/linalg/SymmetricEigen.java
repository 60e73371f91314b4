package dev.grassmann.engine.linalg;

import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix, largest value first. The entry of largest
 * magnitude in each vector is positive.
 *
 * @param values descending
 * @param vectors orthonormal eigenvectors as columns, n × values, row-major
 * @param n size of the matrix
 * @param residual largest ‖A v - λ v‖ over the pairs given, relative to the largest |λ|; 0 where
 *     all were computed
 */
public record SymmetricEigen(double[] values, double[] vectors, int n, double residual) {
  /**
   * Residual of the pairs beyond those wanted, relative to the largest |λ|: their values are off by
   * less, about its square over the distance to the next.
   */
  public static final double ROUGH = 0.01;

  /** Number of pairs. */
  public int k() {
    return values.length;
  }

  /** All n pairs of a matrix that is there in full. O(n³). */
  public static SymmetricEigen of(double[] a, int n) {
    Sizes.require(a.length, n, n, "a");
    try (Scope scope = Scope.open()) {
      return largestOf(Tensors.of(a, n, n), n);
    }
  }

  /** The k pairs of largest value of a matrix that is there in full. O(n³). */
  public static SymmetricEigen largest(double[] a, int n, int k) {
    Sizes.require(a.length, n, n, "a");
    requirePairs(k, n);
    try (Scope scope = Scope.open()) {
      return largestOf(Tensors.of(a, n, n), k);
    }
  }

  /** As {@link #largest(SymmetricOperator, int, double, int, long)}: to 1e-8 within 500 cycles. */
  public static SymmetricEigen largest(SymmetricOperator a, int k, long seed) {
    return largest(a, k, 1e-8, 500, seed);
  }

  /**
   * The k pairs of largest value of a matrix known by what it does, by Lanczos cycles: a value that
   * comes several times is found as often, as for the components of a graph. Matrices up to 512 are
   * decomposed in full.
   *
   * @param tolerance for the {@link #residual}
   * @param cycles at most; after the last one the pairs are given as they are, with their residual
   * @param seed of the starting block
   */
  public static SymmetricEigen largest(
      SymmetricOperator a, int k, double tolerance, int cycles, long seed) {
    return largest(a, k, 0, tolerance, cycles, seed);
  }

  /**
   * The same with some pairs beyond the k-th, exact to {@link #ROUGH} only: where eigenvalues crowd
   * together, exact ones cost many times as much, and to show what follows nobody needs them.
   *
   * @param beyond pairs after the k-th that are given as well; the {@link #residual} is not theirs
   */
  public static SymmetricEigen largest(
      SymmetricOperator a, int k, int beyond, double tolerance, int cycles, long seed) {
    requirePairs(k, a.n());
    requirePairs(k + beyond, a.n());
    return new Lanczos(a, k, beyond, tolerance, cycles, seed).largest();
  }

  private static void requirePairs(int k, int n) {
    if (k < 1 || k > n) {
      throw new IllegalArgumentException(k + " pairs of a matrix of size " + n);
    }
  }

  /** The k largest of a symmetric tensor, exactly. */
  static SymmetricEigen largestOf(Tensor a, int k) {
    T_TensorTensor_T pairs = torch.linalg_eigh(a);
    Tensor values = pairs.get0().flip(0).narrow(0, 0, k);
    Tensor vectors = pairs.get1().flip(1).narrow(1, 0, k);
    return signed(values, vectors, 0);
  }

  static SymmetricEigen signed(Tensor values, Tensor vectors, double residual) {
    return new SymmetricEigen(
        Tensors.doubles(values),
        Tensors.doubles(vectors.mul(Signs.ofColumns(vectors))),
        (int) vectors.size(0),
        residual);
  }
}
