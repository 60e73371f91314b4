package dev.grassmann.clusters.lasso;

import dev.grassmann.clusters.Points;
import dev.grassmann.clusters.spectral.CodeRows;
import dev.grassmann.core.data.SparseMatrix;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import java.util.Locale;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * The points' codes: the weight of the error is set by the data, so that {@code alpha} means the
 * same for all of them.
 */
record SparseCodes(double alpha, boolean affine, double outliers, int sweeps, double tolerance) {
  private static final int EVERY = 10;

  static SparseCodes of(SscConfig config) {
    return new SparseCodes(
        config.alpha(), config.affine(), config.outliers(), config.sweeps(), config.tolerance());
  }

  /** Codes of all points, n × n: row i holds what point i is written with. */
  SparseMatrix of(Points points, Run run) {
    try (Scope scope = Scope.open()) {
      Tensor x = Tensors.of(points.rows(), points.n(), points.d());
      Tensor atoms = outliers > 0 ? torch.cat(new TensorVector(x, corruptions(x)), 0) : x;
      try (LassoAdmm admm = new LassoAdmm(x, atoms, alpha / coherence(x, atoms), alpha, affine)) {
        settle(admm, run);
        return CodeRows.of(admm.coefficients().narrow(1, 0, points.n()));
      }
    }
  }

  private void settle(LassoAdmm admm, Run run) {
    double gap = Double.POSITIVE_INFINITY;
    for (int sweep = 0; sweep < sweeps && gap >= tolerance; sweep++) {
      if (sweep % EVERY == 0) {
        run.step("sweeps", sweep, sweeps);
      }
      gap = admm.sweep();
    }
    run.step("sweeps", sweeps, sweeps);
    if (gap >= tolerance && tolerance > 0) {
      run.warn(
          String.format(
              Locale.ROOT,
              "after %,d sweeps the two copies of the coefficients still differ by %.1e: allow"
                  + " more with --sweeps",
              sweeps,
              gap));
    }
  }

  /**
   * One atom a coordinate: E of X = C X + E written as coefficients, E = E' / γ, so that one l1
   * norm weighs both. γ is {@code outliers} over the largest l1 norm of a point.
   */
  private Tensor corruptions(Tensor x) {
    double longest = x.abs().sum(1).max().item_double();
    return torch.eye(x.size(1), x.options()).mul_(new Scalar(longest / outliers));
  }

  /**
   * The largest correlation of each point with an atom that is not itself, and of those the
   * smallest: an error weight below one over it writes no point at all.
   */
  private static double coherence(Tensor x, Tensor atoms) {
    Tensor products = x.matmul(atoms.t()).abs_();
    products.narrow(1, 0, x.size(0)).fill_diagonal_(new Scalar(0.0));
    double least = products.amax(new long[] {1}, false).min().item_double();
    return Math.max(least, 1e-12); // a point orthogonal to all others
  }
}
