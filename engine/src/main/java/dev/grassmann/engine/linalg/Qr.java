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
}
