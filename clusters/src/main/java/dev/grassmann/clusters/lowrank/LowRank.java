package dev.grassmann.clusters.lowrank;

import dev.grassmann.core.run.Run;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import java.util.Arrays;
import java.util.Locale;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Low-rank representation (Liu and others 2013): minimise ‖Z‖_* + λ ‖E‖_{2,1} with X = X Z + E,
 * columns being points, by the inexact augmented Lagrange multiplier method.
 *
 * <p>With X = U S Vᵀ the optimum is Z = V Q, and in the coordinates of U all of it is r × n: the
 * data are S Vᵀ, the dictionary is the diagonal S, and column norms stay as they are. A step then
 * costs one eigendecomposition of r × r and two products of r × r by r × n.
 *
 * @param lambda weight of the error, above 0
 * @param tolerance by which the constraints may miss a point, as a length
 * @param steps at most
 */
record LowRank(double lambda, double tolerance, int steps) {
  private static final double FIRST = 1e-6;
  private static final double GROWTH = 1.1;
  private static final double LAST = 1e10;

  /** Q, r × n float64: the codes are Z = V Q, column j for point j. Owned by the caller. */
  Tensor solve(RowSpace space, Run run) {
    try (Scope scope = Scope.open()) {
      Tensor s = Tensors.of(space.values(), space.rank(), 1);
      Tensor x = s.mul(space.vectors().t());
      Tensor inverse = s.square().add_(new Scalar(1.0)).reciprocal_();
      Tensor q = torch.zeros_like(x);
      Tensor e = torch.zeros_like(x);
      Tensor first = torch.zeros_like(x); // multipliers of X = A Z + E
      Tensor second = torch.zeros_like(x); // and of Z = J
      double mu = FIRST;
      double missed = Double.POSITIVE_INFINITY;
      for (int step = 0; step < steps && missed >= tolerance; step++) {
        run.step("low-rank steps", step, 0);
        double now = mu;
        try (Scope inner = Scope.open()) {
          Tensor j = shrunk(q.add(second.mul(new Scalar(1 / now))), 1 / now);
          Tensor right = x.sub(e).add_(first.mul(new Scalar(1 / now))).mul_(s);
          q.copy_(right.add_(j).sub_(second.mul(new Scalar(1 / now))).mul_(inverse));
          Tensor rest = x.sub(q.mul(s));
          Tensor noisy = rest.add(first.mul(new Scalar(1 / now)));
          e.copy_(shrunkColumns(noisy, lambda / now));
          Tensor leftOfX = rest.sub_(e);
          Tensor leftOfJ = q.sub(j);
          first.add_(leftOfX.mul(new Scalar(now)));
          second.add_(leftOfJ.mul(new Scalar(now)));
          missed = Math.max(longestColumn(leftOfX), longestColumn(leftOfJ)); // whatever the axes
        }
        mu = Math.min(LAST, mu * GROWTH);
      }
      if (missed >= tolerance) {
        run.warn(
            String.format(
                Locale.ROOT,
                "after %,d steps the low-rank codes still miss their constraints by %.1e",
                steps,
                missed));
      }
      return scope.keep(q);
    }
  }

  /** The singular values of M less {@code by}, those below it 0: by the smaller Gram matrix. */
  private static Tensor shrunk(Tensor m, double by) {
    T_TensorTensor_T pairs = torch.linalg_eigh(m.matmul(m.t()));
    double[] scale = Tensors.doubles(pairs.get0());
    for (int i = 0; i < scale.length; i++) {
      double singular = Math.sqrt(Math.max(0, scale[i]));
      scale[i] = singular > by ? 1 - by / singular : 0;
    }
    int zeros = 0; // eigenvalues ascend: the first ones go
    while (zeros < scale.length && scale[zeros] == 0) {
      zeros++;
    }
    int kept = scale.length - zeros;
    if (kept == 0) {
      return torch.zeros_like(m);
    }
    Tensor left = pairs.get1().narrow(1, zeros, kept);
    Tensor weights = Tensors.of(Arrays.copyOfRange(scale, zeros, scale.length), kept, 1);
    return left.matmul(left.t().matmul(m).mul_(weights));
  }

  private static double longestColumn(Tensor m) {
    return Math.sqrt(m.square().sum(0).max().item_double());
  }

  private static Tensor shrunkColumns(Tensor m, double by) {
    double[] norm = Tensors.doubles(m.square().sum(0).sqrt_());
    for (int j = 0; j < norm.length; j++) {
      norm[j] = norm[j] > by ? 1 - by / norm[j] : 0;
    }
    return m.mul(Tensors.of(norm, 1, norm.length));
  }
}
