package dev.grassmann.engine.linalg;

import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Thin A = Q · R with a diagonal of R that is not negative, by which Q is unique where A has full
 * rank.
 *
 * @param q orthonormal columns, m × min(m, n), row-major
 * @param r upper triangle, min(m, n) × n, row-major
 */
public record Qr(double[] q, double[] r) {

  /** Decomposes A (m × n) by Householder reflections. */
  public static Qr of(double[] a, int m, int n) {
    Sizes.require(a.length, m, n, "a");
    try (Scope scope = Scope.open()) {
      T_TensorTensor_T parts = torch.linalg_qr(Tensors.of(a, m, n));
      Tensor diagonal = parts.get1().diagonal().sign();
      Tensor signs = diagonal.add(diagonal.eq(new Scalar(0)).to(diagonal.scalar_type()));
      return new Qr(
          Tensors.doubles(parts.get0().mul(signs)),
          Tensors.doubles(parts.get1().mul(signs.unsqueeze(1))));
    }
  }

  /**
   * Q alone, of a matrix whose columns are nearly orthonormal: A L⁻ᵀ with L Lᵀ = AᵀA in float64.
   * Two products and a triangular solve, where reflections would take many times as long; the
   * condition of AᵀA is that of A squared, so this is for matrices that a small step has moved.
   *
   * @param a m × n, row-major
   * @return m × n, row-major
   */
  public static float[] orthonormalised(float[] a, int m, int n) {
    Sizes.require(a.length, m, n, "a");
    try (Scope scope = Scope.open()) {
      Tensor wide = Tensors.of(a, m, n).to(torch.ScalarType.Double);
      Tensor lower = torch.linalg_cholesky(wide.t().matmul(wide));
      Tensor q = torch.linalg_solve_triangular(lower, wide.t(), false).t();
      return Tensors.floats(q.to(torch.ScalarType.Float).contiguous());
    }
  }
}
