package dev.grassmann.engine.linalg;

import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import org.bytedeco.pytorch.StringViewOptional;
import org.bytedeco.pytorch.T_TensorTensorTensor_T;
import org.bytedeco.pytorch.global.torch;

/** The polar decomposition A = W · H: W orthonormal, H symmetric and not negative. */
public final class Polar {
  private Polar() {}

  /**
   * W = U · Vᵀ of the singular value decomposition, m × n with m ≥ n (or m ≤ n, with orthonormal
   * rows): the orthonormal matrix nearest to A (m × n), and the solution of the orthogonal
   * Procrustes problem where A = XᵀY.
   */
  public static double[] orthonormal(double[] a, int m, int n) {
    Sizes.require(a.length, m, n, "a");
    try (Scope scope = Scope.open()) {
      T_TensorTensorTensor_T parts =
          torch.linalg_svd(Tensors.of(a, m, n), false, new StringViewOptional());
      return Tensors.doubles(parts.get0().matmul(parts.get2()));
    }
  }
}
