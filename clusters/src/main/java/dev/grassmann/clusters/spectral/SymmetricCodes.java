package dev.grassmann.clusters.spectral;

import dev.grassmann.core.run.Run;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import java.util.Arrays;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Coefficients in closed form: a symmetric matrix P, n × n, that is there in full or as AAᵀ with A
 * of few columns. Point i is written with c_ij = P_ij or, where no point may write itself, with
 * c_ij = P_ij / (1 - P_ii) and c_ii = 0.
 */
public final class SymmetricCodes implements AutoCloseable {
  private static final int ROWS = 256;

  private final int n;
  private final boolean zeroDiagonal;
  private final Tensor factor; // A, or P itself
  private final boolean whole;
  private final double[] diagonal;

  /**
   * @param factor float64, n × r for A or n × n for P; not used by anybody else from now on, and
   *     freed by {@link #close}
   * @param whole whether it is P itself
   * @param zeroDiagonal whether no point may write itself
   */
  public SymmetricCodes(Tensor factor, boolean whole, boolean zeroDiagonal) {
    this.n = Math.toIntExact(factor.size(0));
    this.zeroDiagonal = zeroDiagonal;
    this.factor = factor;
    this.whole = whole;
    try (Scope scope = Scope.open()) {
      this.diagonal = Tensors.doubles(whole ? factor.diagonal() : factor.square().sum(1));
    }
  }

  /** Number of points. */
  public int n() {
    return n;
  }

  /** What a point's row of P is multiplied by to give its coefficients. */
  public double weight(int i) {
    return zeroDiagonal ? 1 / (1 - diagonal[i]) : 1;
  }

  /** What is done with rows {@code from ..} of P, {@code count} × n numbers. */
  @FunctionalInterface
  public interface Work {
    void rows(int from, int count, double[] rows);
  }

  /** Walks over P in blocks of rows. Where no point may write itself, the diagonal is 0. */
  public void forEachBlock(String stage, Run run, Work work) {
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
  public double[] coefficients(Run run) {
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
  public DenseAffinity affinity(Scaling scaling, Run run) {
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
