package dev.grassmann.clusters.lsr;

import dev.grassmann.clusters.Points;
import dev.grassmann.clusters.spectral.DenseAffinity;
import dev.grassmann.clusters.spectral.Scaling;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import java.util.Arrays;
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
final class LeastSquares implements AutoCloseable {
  private static final int ROWS = 256;

  private final int n;
  private final boolean zeroDiagonal;
  private final Tensor factor; // A, or P itself where there are fewer points than dimensions
  private final boolean whole;
  private final double[] diagonal;

  /**
   * Factors.
   *
   * @param lambda above 0
   * @param zeroDiagonal whether no point may write itself
   */
  LeastSquares(Points points, double lambda, boolean zeroDiagonal) {
    this.n = points.n();
    this.zeroDiagonal = zeroDiagonal;
    this.whole = n <= points.d();
    try (Scope scope = Scope.open()) {
      Tensor x = Tensors.of(points.rows(), n, points.d());
      this.factor = scope.keep(whole ? projection(x, lambda) : root(x, lambda));
      this.diagonal = Tensors.doubles(whole ? factor.diagonal() : factor.square().sum(1));
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

  int n() {
    return n;
  }

  /** What a point's row of P is multiplied by to give its coefficients. */
  double weight(int i) {
    return zeroDiagonal ? 1 / (1 - diagonal[i]) : 1;
  }

  /** What is done with rows {@code from ..} of P, {@code count} × n numbers. */
  @FunctionalInterface
  interface Work {
    void rows(int from, int count, double[] rows);
  }

  /** Walks over P in blocks of rows. Where no point may write itself, the diagonal is 0. */
  void forEachBlock(String stage, Run run, Work work) {
    for (int from = 0; from < n; from += ROWS) {
      run.step(stage, from, n);
      int count = Math.min(ROWS, n - from);
      double[] rows;
      try (Scope scope = Scope.open()) {
        Tensor some = factor.narrow(0, from, count);
        rows = Tensors.doubles(whole ? some : some.matmul(factor.t()));
      }
      if (zeroDiagonal) {
        for (int i = 0; i < count; i++) {
          rows[i * n + from + i] = 0;
        }
      }
      work.rows(from, count, rows);
    }
    run.step(stage, n, n);
  }

  /** All coefficients, n × n: row i holds what point i is written with. */
  double[] coefficients(Run run) {
    double[] all = new double[Math.multiplyExact(n, n)];
    forEachBlock(
        "coefficients",
        run,
        (from, count, rows) -> {
          for (int i = 0; i < count; i++) {
            double weight = weight(from + i);
            for (int j = 0; j < n; j++) {
              all[(from + i) * n + j] = rows[i * n + j] * weight;
            }
          }
        });
    return all;
  }

  /**
   * What each point's |P_ij| is multiplied by before it is added to the other point's and halved:
   * the coefficients' weight and their scaling in one.
   */
  double[] scales(Scaling scaling, Run run) {
    double[] scale = new double[n];
    if (scaling == Scaling.NONE) {
      Arrays.setAll(scale, this::weight);
      return scale;
    }
    forEachBlock(
        "scaling",
        run,
        (from, count, rows) -> {
          for (int i = 0; i < count; i++) {
            double size = 0;
            for (int p = i * n; p < (i + 1) * n; p++) {
              double magnitude = Math.abs(rows[p]);
              size = scaling == Scaling.MAX ? Math.max(size, magnitude) : size + rows[p] * rows[p];
            }
            double length = scaling == Scaling.MAX ? size : Math.sqrt(size);
            scale[from + i] = length > 0 ? 1 / length : 0; // the weight cancels
          }
        });
    return scale;
  }

  /** (|C| + |C|ᵀ) / 2 of the scaled coefficients, in full: 8 n² bytes. */
  DenseAffinity affinity(Scaling scaling, Run run) {
    double[] scale = scales(scaling, run);
    try (Scope scope = Scope.open()) {
      Tensor w = (whole ? factor.clone() : factor.matmul(factor.t())).abs_();
      if (zeroDiagonal) {
        w.fill_diagonal_(new Scalar(0.0));
      }
      if (zeroDiagonal || scaling != Scaling.NONE) {
        weigh(w, scale);
      }
      return DenseAffinity.of(scope.keep(w));
    }
  }

  /** w_ij ← w_ij (scale_i + scale_j) / 2, in blocks, so that the sums take no n × n numbers. */
  private void weigh(Tensor w, double[] scale) {
    Tensor all = Tensors.of(scale, 1, n).mul_(new Scalar(0.5));
    for (int from = 0; from < n; from += ROWS) {
      try (Scope scope = Scope.open()) {
        int count = Math.min(ROWS, n - from);
        Tensor own = all.narrow(1, from, count).t();
        w.narrow(0, from, count).mul_(own.add(all));
      }
    }
  }

  @Override
  public void close() {
    factor.close();
  }
}
