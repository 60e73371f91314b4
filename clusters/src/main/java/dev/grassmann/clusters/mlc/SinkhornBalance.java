package dev.grassmann.clusters.mlc;

import dev.grassmann.clusters.Points;
import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.LibTorch;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import java.util.Locale;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** Makes a square matrix of similarities doubly stochastic, in float64. */
public final class SinkhornBalance implements Method<Vectors, SinkhornConfig, Balanced> {
  @Override
  public MethodInfo info() {
    return new MethodInfo(
        11,
        "sinkhorn",
        "cluster sinkhorn",
        "Sinkhorn",
        "Cuturi 2013; Ding and others 2023 (arXiv 2301.01805)",
        "makes a matrix of similarities doubly stochastic",
        true);
  }

  @Override
  public Class<Vectors> input() {
    return Vectors.class;
  }

  @Override
  public SinkhornConfig defaults() {
    return SinkhornConfig.DEFAULTS;
  }

  @Override
  public Balanced run(Vectors matrix, SinkhornConfig config, Run run) {
    Options.check(config);
    LibTorch.start(run);
    if (!config.cosines() && matrix.n() != matrix.d()) {
      throw new InputException(
          String.format(Locale.ROOT, "%,d rows of %,d numbers", matrix.n(), matrix.d()),
          "",
          "give a square matrix, or --cosines to balance the cosines between the rows");
    }
    Points points = config.cosines() ? Points.unit(matrix, run) : Points.of(matrix);
    try (Scope scope = Scope.open()) {
      Tensor rows = Tensors.of(points.rows(), points.n(), points.d());
      Tensor a = config.cosines() ? rows.matmul(rows.t()) : rows;
      Tensor gamma = Sinkhorn.converged(a, config.eta(), config.tolerance(), config.halfSteps());
      double off = off(gamma, 1);
      if (!(off <= config.tolerance())) {
        run.warn(
            String.format(
                Locale.ROOT,
                "rows sum to 1 within %.1e only: give more --half-steps, or a larger --eta",
                off));
      }
      return new Balanced(
          Tensors.vectors(gamma), off, off(gamma, 0), MembershipMap.companions(gamma));
    }
  }

  private static double off(Tensor gamma, long axis) {
    return gamma.sum(axis).sub(new Scalar(1.0)).abs().max().item_double();
  }
}
