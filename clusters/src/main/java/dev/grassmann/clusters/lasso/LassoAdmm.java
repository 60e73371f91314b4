package dev.grassmann.clusters.lasso;

import dev.grassmann.engine.Scope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Alternating directions for all points' LASSO at once (Elhamifar, Vidal 2013, section 4), rows of
 * C being what the points are written with:
 *
 * <pre>
 * Z = (λ Y Aᵀ + ρ (C - U) + ρ (1 - s) 1ᵀ) (λ A Aᵀ + ρ I + ρ 1 1ᵀ)⁻¹, its diagonal made 0
 * C = soft(Z + U, 1/ρ), its diagonal made 0;  U += Z - C;  s += Z 1 - 1
 * </pre>
 *
 * with the terms in 1 only where coefficients must sum to 1 (there they are one more column of Y
 * and A). With ÃᵀÃ + (ρ/λ) I = L Lᵀ and F = Ã L⁻ᵀ the inverse is (I - F Fᵀ) / ρ, so that a sweep
 * costs O(n² d) where there are many more points than dimensions.
 */
final class LassoAdmm implements AutoCloseable {
  private final long n;
  private final boolean affine;
  private final double bound; // 1 / ρ
  private final Tensor ones; // m × 1: 1 for atoms that count in the sum
  private final Tensor fixed; // what the signals alone give of Z, n × m
  private final Tensor turn; // F, or I - F Fᵀ where that is less work
  private final boolean whole;
  private final Tensor c;
  private final Tensor u;
  private final Tensor shift; // n × 1

  /**
   * @param signals n × d float64
   * @param atoms m × d float64, the first n of them the signals
   * @param lambda weight of the error, above 0
   * @param rho of the method, above 0
   * @param affine whether the coefficients of the first n atoms must sum to 1
   */
  LassoAdmm(Tensor signals, Tensor atoms, double lambda, double rho, boolean affine) {
    this.n = signals.size(0);
    this.affine = affine;
    this.bound = 1 / rho;
    long m = atoms.size(0);
    try (Scope scope = Scope.open()) {
      Tensor one = torch.zeros(new long[] {m, 1}, atoms.options());
      one.narrow(0, 0, n).fill_(new Scalar(1.0));
      this.ones = scope.keep(one);
      Tensor a = atoms;
      Tensor y = signals;
      if (affine) {
        Tensor column = one.mul(new Scalar(Math.sqrt(rho / lambda)));
        a = torch.cat(new TensorVector(atoms, column), 1);
        y = torch.cat(new TensorVector(signals, column.narrow(0, 0, n)), 1);
      }
      Tensor ridge = torch.eye(a.size(1), a.options()).mul_(new Scalar(rho / lambda));
      Tensor lower = torch.linalg_cholesky(a.t().matmul(a).add_(ridge));
      Tensor f = solve(lower, a);
      this.fixed = scope.keep(solve(lower, y).matmul(f.t()));
      this.whole = m < 2 * a.size(1);
      this.turn =
          scope.keep(whole ? torch.eye(m, a.options()).sub_(f.matmul(f.t())) : f.contiguous());
      this.c = scope.keep(torch.zeros_like(fixed));
      this.u = scope.keep(torch.zeros_like(fixed));
      this.shift = scope.keep(torch.zeros(new long[] {n, 1}, a.options()));
    }
  }

  /** X L⁻ᵀ. */
  private static Tensor solve(Tensor lower, Tensor x) {
    return torch.linalg_solve_triangular(lower, x.t(), false, true, false).t().contiguous();
  }

  /**
   * One sweep.
   *
   * @return how far the constraints are from being kept: the largest |Z - C|, and of affine codes
   *     the largest distance of a sum from 1, whichever is more
   */
  double sweep() {
    try (Scope scope = Scope.open()) {
      Tensor part = c.sub(u);
      if (affine) {
        part.sub_(shift.matmul(ones.t()));
      }
      Tensor z = whole ? part.matmul(turn) : part.sub(part.matmul(turn).matmul(turn.t()));
      z.add_(fixed);
      z.narrow(1, 0, n).fill_diagonal_(new Scalar(0.0));
      u.add_(z);
      c.copy_(u);
      u.clamp_(limit(-bound), limit(bound));
      c.sub_(u); // soft(t) = t - clamp(t), and what is left of the dual is the clamped part
      double gap = z.sub(c).abs_().max().item_double();
      if (affine) {
        Tensor off = z.matmul(ones).sub_(new Scalar(1.0));
        shift.add_(off);
        gap = Math.max(gap, off.abs().max().item_double());
      }
      return gap;
    }
  }

  private static ScalarOptional limit(double value) {
    return new ScalarOptional(new Scalar(value));
  }

  /** The coefficients now, n × m float64: this object's own. */
  Tensor coefficients() {
    return c;
  }

  @Override
  public void close() {
    for (Tensor owned : new Tensor[] {ones, fixed, turn, c, u, shift}) {
      owned.close();
    }
  }
}
