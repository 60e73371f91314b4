package dev.grassmann.clusters.mlc;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Coding rates in nats, of features as rows of Z (n × d). The codes around the paper have a factor
 * of 1/2 on both, the paper has none.
 */
final class CodingRates {
  private static final double LEAST = 1e-8; // a column without members has no rate, not NaN

  private CodingRates() {}

  /** R(Z) = log det(I + d / (n ε²) ZᵀZ), a number that autograd follows. */
  static Tensor whole(Tensor z, double eps2) {
    double scale = z.size(1) / (z.size(0) * eps2);
    return logDeterminant(z.t().matmul(z).mul(new Scalar(scale)));
  }

  /**
   * R_c(Z, Γ) = 1/n Σ_j t_j log det(I + d / (t_j ε²) Zᵀ diag(Γ_j) Z) with t_j = Σ_i Γ_ij, which is
   * 1 where Γ is doubly stochastic. With classes as columns of zeros and ones it is that of
   * supervised MCR². All d × d matrices come from one product, Γᵀ times the rows' outer squares.
   *
   * @param memberships n × m, not negative
   */
  static Tensor parts(Tensor z, Tensor memberships, double eps2) {
    long n = z.size(0);
    long d = z.size(1);
    Tensor outer = z.unsqueeze(2).mul(z.unsqueeze(1)).reshape(n, d * d);
    Tensor weight = memberships.sum(0).add(new Scalar(LEAST));
    Tensor scale = weight.reciprocal().mul(new Scalar(d / eps2));
    Tensor grams = memberships.t().matmul(outer).mul(scale.unsqueeze(1)).reshape(-1, d, d);
    return logDeterminant(grams).mul(weight).sum().div(new Scalar((double) n));
  }

  /** log det(I + M) of positive semi-definite M, or of each of a stack of them. */
  private static Tensor logDeterminant(Tensor m) {
    Tensor identity = torch.eye(m.size(-1), m.options());
    // the _ex form gives NaN where it fails, which the training loop refuses by its step
    Tensor lower = torch.linalg_cholesky_ex(m.add(identity)).get0();
    return lower.diagonal(0, -2, -1).log().sum(-1).mul(new Scalar(2.0));
  }

  /**
   * R - R_c where K classes of equal size fill orthogonal subspaces evenly, the largest there is: d
   * log(1 + 1/ε²) - d/K log(1 + K/ε²).
   */
  static double most(int d, int classes, double eps2) {
    return d * Math.log1p(1 / eps2) - (double) d / classes * Math.log1p(classes / eps2);
  }
}
