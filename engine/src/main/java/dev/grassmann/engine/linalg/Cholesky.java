package dev.grassmann.engine.linalg;

import dev.grassmann.core.InputException;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** A + ridge · I = L · Lᵀ, for solving with symmetric positive definite matrices. */
public final class Cholesky {
  private final double[] lower;
  private final int n;

  private Cholesky(double[] lower, int n) {
    this.lower = lower;
    this.n = n;
  }

  /**
   * Factors a symmetric n × n matrix, of which the lower triangle is read.
   *
   * @param ridge added to the diagonal first, 0 for none
   * @throws InputException where the sum is not positive definite, naming the place
   */
  public static Cholesky of(double[] a, int n, double ridge) {
    Sizes.require(a.length, n, n, "a");
    double[] ridged = a.clone();
    for (int i = 0; i < n; i++) {
      ridged[i * n + i] += ridge;
    }
    try (Scope scope = Scope.open()) {
      T_TensorTensor_T parts = torch.linalg_cholesky_ex(Tensors.of(ridged, n, n));
      int failed = parts.get1().item_int();
      if (failed != 0) {
        throw new InputException(
            "the matrix is not positive definite (leading minor " + failed + " of " + n + ")",
            "",
            ridge == 0 ? "add a ridge" : "raise the ridge above " + ridge);
      }
      return new Cholesky(Tensors.doubles(parts.get0()), n);
    }
  }

  /** X with (A + ridge · I) · X = B, n × columns, of B (n × columns). */
  public double[] solve(double[] b, int columns) {
    Sizes.require(b.length, n, columns, "b");
    try (Scope scope = Scope.open()) {
      Tensor factor = Tensors.of(lower, n, n);
      return Tensors.doubles(torch.cholesky_solve(Tensors.of(b, n, columns), factor, false));
    }
  }

  /** (A + ridge · I)⁻¹, n × n. */
  public double[] inverse() {
    try (Scope scope = Scope.open()) {
      return Tensors.doubles(torch.cholesky_inverse(Tensors.of(lower, n, n), false));
    }
  }

  /** L, n × n, zeros above the diagonal. */
  public double[] lower() {
    return lower.clone();
  }

  /** Natural logarithm of the determinant of A + ridge · I. */
  public double logDeterminant() {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += Math.log(lower[i * n + i]);
    }
    return 2 * sum;
  }
}
