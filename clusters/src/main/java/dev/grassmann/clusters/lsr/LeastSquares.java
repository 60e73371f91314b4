package dev.grassmann.clusters.lsr;

import dev.grassmann.clusters.Points;
import dev.grassmann.clusters.spectral.SymmetricCodes;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Least squares regression of every point on all points, with a ridge (Lu and others 2012). With
 * points as rows of X, all coefficients come from one symmetric matrix
 *
 * <pre>P = X (XᵀX + λI)⁻¹ Xᵀ = I - λ (XXᵀ + λI)⁻¹</pre>
 *
 * and so from one Cholesky factorisation of the smaller of the two: point i is written with c_ij =
 * P_ij, or, where no point may write itself, with c_ij = P_ij / (1 - P_ii) and c_ii = 0 (the
 * theorem of the same paper, by P = I - λD). Where there are more points than dimensions, P = AAᵀ
 * with A (n × d) is never needed as a whole.
 */
final class LeastSquares {
  private LeastSquares() {}

  /**
   * Factors.
   *
   * @param lambda above 0
   * @param zeroDiagonal whether no point may write itself
   */
  static SymmetricCodes of(Points points, double lambda, boolean zeroDiagonal) {
    boolean whole = points.n() <= points.d();
    try (Scope scope = Scope.open()) {
      Tensor x = Tensors.of(points.rows(), points.n(), points.d());
      Tensor factor = whole ? projection(x, lambda) : root(x, lambda);
      return new SymmetricCodes(scope.keep(factor), whole, zeroDiagonal);
    }
  }

  /** P = I - λ (XXᵀ + λI)⁻¹. */
  private static Tensor projection(Tensor x, double lambda) {
    Tensor identity = torch.eye(x.size(0), x.options());
    Tensor lower = torch.linalg_cholesky(x.matmul(x.t()).add_(identity.mul(new Scalar(lambda))));
    return identity.sub_(torch.cholesky_inverse(lower, false).mul_(new Scalar(lambda)));
  }

  /** A = X L⁻ᵀ with LLᵀ = XᵀX + λI. */
  private static Tensor root(Tensor x, double lambda) {
    Tensor ridge = torch.eye(x.size(1), x.options()).mul_(new Scalar(lambda));
    Tensor lower = torch.linalg_cholesky(x.t().matmul(x).add_(ridge));
    return torch.linalg_solve_triangular(lower, x.t(), false, true, false).t().contiguous();
  }
}
