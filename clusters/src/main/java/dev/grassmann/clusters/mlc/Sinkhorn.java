package dev.grassmann.clusters.mlc;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * The doubly stochastic matrix nearest to A under an entropy: argmin of -⟨A, Γ⟩ + η Σ Γ log Γ over
 * Γ ≥ 0 whose rows and columns sum to 1. In logarithms, Γ = exp((A + u + v) / η), with u and v in
 * turn such that rows and columns sum to 1 (Cuturi 2013).
 *
 * @param eta above 0: towards 0 the best permutation, towards infinity 1/n everywhere
 * @param halfSteps the first makes rows exact, the second columns, and so on
 */
record Sinkhorn(double eta, int halfSteps, Slope slope) {
  /** Half-steps that the implicit form takes at most, and how near to 1 its sums must come. */
  private static final int MOST = 2_000;

  private static final double TOLERANCE = 1e-10;
  private static final double TOLERANCE_FLOAT = 1e-5; // less is below float32's own rounding

  /** Γ of A, n × n, which autograd follows back to A. */
  Tensor project(Tensor a) {
    if (slope == Slope.IMPLICIT) {
      return implicit(a);
    }
    Potentials now = Potentials.zero(a);
    for (int half = 0; half < halfSteps; half++) {
      now = half % 2 == 0 ? now.withRows(a, eta) : now.withColumns(a, eta);
      if (slope == Slope.CPP) {
        now = new Potentials(now.u, now.v.detach());
      }
    }
    return now.matrix(a, eta);
  }

  /**
   * Γ of A without a gradient, until all sums are within a tolerance of 1 or the half-steps are
   * spent.
   */
  static Tensor converged(Tensor a, double eta, double tolerance, int most) {
    Tensor fixed = a.detach();
    return potentials(fixed, eta, tolerance, most).matrix(fixed, eta);
  }

  private static Potentials potentials(Tensor a, double eta, double tolerance, int most) {
    Potentials now = Potentials.zero(a);
    for (int half = 0; half < most; half += 2) {
      now = now.withRows(a, eta).withColumns(a, eta); // columns are exact now: rows tell
      double off = now.matrix(a, eta).sum(1).sub(new Scalar(1.0)).abs().max().item_double();
      if (!(off > tolerance)) { // NaN ends it too
        break;
      }
    }
    return now;
  }

  /**
   * At the fixed point r du + Γ dv = -(Γ ∘ dA) 1 and Γᵀ du + c dv = -(Γ ∘ dA)ᵀ 1. Written as one
   * solve that is linear in A, autograd makes the transposed solve of it. The matrix does not see
   * (1, -1), which moves nothing: that direction is filled up.
   */
  private Tensor implicit(Tensor a) {
    Tensor fixed = a.detach();
    double tolerance = a.element_size() == Double.BYTES ? TOLERANCE : TOLERANCE_FLOAT;
    Potentials at = potentials(fixed, eta, tolerance, MOST);
    Tensor gamma = at.matrix(fixed, eta);
    long n = a.size(0);
    Tensor system =
        torch.cat(
            new TensorVector(
                torch.cat(new TensorVector(gamma.sum(1).diag(), gamma), 1),
                torch.cat(new TensorVector(gamma.t(), gamma.sum(0).diag()), 1)),
            0);
    Tensor blind =
        torch.cat(
            new TensorVector(
                torch.ones(new long[] {n}, a.options()),
                torch.ones(new long[] {n}, a.options()).neg()),
            0);
    system = system.add(blind.unsqueeze(1).mul(blind).div(new Scalar(2.0 * n)));
    Tensor weighted = gamma.mul(a);
    Tensor sums = torch.cat(new TensorVector(weighted.sum(1), weighted.sum(0)), 0);
    Tensor moved = torch.linalg_solve(system, sums.neg().unsqueeze(1)).squeeze(1);
    Tensor slope = moved.sub(moved.detach()); // 0, but for its gradient
    return new Potentials(at.u.add(slope.narrow(0, 0, n)), at.v.add(slope.narrow(0, n, n)))
        .matrix(a, eta);
  }

  /** u, one a row, and v, one a column. */
  private record Potentials(Tensor u, Tensor v) {
    static Potentials zero(Tensor a) {
      return new Potentials(
          torch.zeros(new long[] {a.size(0)}, a.options()),
          torch.zeros(new long[] {a.size(1)}, a.options()));
    }

    Potentials withRows(Tensor a, double eta) {
      return new Potentials(balance(a.add(v), 1, eta), v);
    }

    Potentials withColumns(Tensor a, double eta) {
      return new Potentials(u, balance(a.add(u.unsqueeze(1)), 0, eta));
    }

    private static Tensor balance(Tensor sums, long axis, double eta) {
      return sums.div(new Scalar(eta)).logsumexp(axis).mul(new Scalar(-eta));
    }

    Tensor matrix(Tensor a, double eta) {
      return a.add(u.unsqueeze(1)).add(v).div(new Scalar(eta)).exp();
    }
  }
}
