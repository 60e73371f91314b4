package dev.grassmann.engine.linalg;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import org.bytedeco.pytorch.StringViewOptional;
import org.bytedeco.pytorch.T_TensorTensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A = U · diag(s) · Vᵀ, or the k leading triplets of it. The entry of largest magnitude in each
 * column of V is positive.
 *
 * @param u left singular vectors as columns, rows × k, row-major
 * @param s singular values, descending, k of them
 * @param v right singular vectors as columns, columns × k, row-major
 * @param rows rows of A
 * @param columns columns of A
 */
public record Svd(double[] u, double[] s, double[] v, int rows, int columns) {

  /** Number of triplets. */
  public int k() {
    return s.length;
  }

  /** All min(m, n) triplets. O(m n min(m, n)). */
  public static Svd thin(double[] a, int m, int n) {
    Sizes.require(a.length, m, n, "a");
    try (Scope scope = Scope.open()) {
      return of(Tensors.of(a, m, n), Math.min(m, n));
    }
  }

  /** The k leading triplets, from all of them: exact, and as dear as {@link #thin}. */
  public static Svd truncated(double[] a, int m, int n, int k) {
    Sizes.require(a.length, m, n, "a");
    requireRank(k, m, n);
    try (Scope scope = Scope.open()) {
      return of(Tensors.of(a, m, n), k);
    }
  }

  /** The singular values alone, descending. */
  public static double[] values(double[] a, int m, int n) {
    Sizes.require(a.length, m, n, "a");
    try (Scope scope = Scope.open()) {
      return Tensors.doubles(torch.linalg_svdvals(Tensors.of(a, m, n)));
    }
  }

  /**
   * The k leading triplets of the n × d matrix of some vectors, by subspace iteration on a random
   * sketch (Halko, Martinsson, Tropp 2011, algorithm 4.4 on AᵀA). Reads the vectors {@code
   * sketch.passes() + 1} times in blocks, and once more for U; memory is O(d · sketch) beside U.
   * Singular values below about 1e-7 of the first drown.
   *
   * @param centre subtracted from each row, d numbers, or null for the matrix as it is
   * @param seed of the sketch
   */
  public static Svd randomised(Vectors a, double[] centre, int k, Sketch sketch, long seed) {
    requireRank(k, a.n(), a.d());
    return new RandomisedSvd(a, centre, sketch).leading(k, seed);
  }

  private static void requireRank(int k, int m, int n) {
    if (k < 1 || k > Math.min(m, n)) {
      throw new IllegalArgumentException(k + " triplets of a " + m + " x " + n + " matrix");
    }
  }

  private static Svd of(Tensor a, int k) {
    T_TensorTensorTensor_T parts = torch.linalg_svd(a, false, new StringViewOptional());
    Tensor u = parts.get0().narrow(1, 0, k);
    Tensor v = parts.get2().narrow(0, 0, k).t();
    Tensor signs = Signs.ofColumns(v);
    return new Svd(
        Tensors.doubles(u.mul(signs)),
        Tensors.doubles(parts.get1().narrow(0, 0, k)),
        Tensors.doubles(v.mul(signs)),
        (int) a.size(0),
        (int) a.size(1));
  }
}
