package dev.grassmann.clusters.lowrank;

import dev.grassmann.clusters.Limits;
import dev.grassmann.clusters.Points;
import dev.grassmann.clusters.spectral.DenseAffinity;
import dev.grassmann.clusters.spectral.GraphCut;
import dev.grassmann.clusters.spectral.SymmetricCodes;
import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Clustering;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.LibTorch;
import java.util.Locale;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;

/** Low-rank subspace clustering, in closed form. */
public final class Lrsc implements Method<Vectors, LrscConfig, Clustering> {
  @Override
  public MethodInfo info() {
    return new MethodInfo(
        10,
        "lrsc",
        "cluster fit",
        "LRSC",
        "Vidal, Favaro 2014 (Pattern Recognition Letters 43)",
        "writes each point by all others at low rank, at the cost of one decomposition",
        false);
  }

  @Override
  public Class<Vectors> input() {
    return Vectors.class;
  }

  @Override
  public LrscConfig defaults() {
    return LrscConfig.DEFAULTS;
  }

  @Override
  public Clustering run(Vectors vectors, LrscConfig config, Run run) {
    Options.check(config);
    LibTorch.start(run);
    Points points = Points.unit(vectors, run);
    Limits.clusters(points.n(), config.clusters());
    Limits.dimension(points, config.clusters(), config.dimension());
    if (config.top() > 0 && config.power() > 0) {
      throw new InputException(
          "is " + config.top() + " for a graph of cosines, which has all pairs",
          "--top",
          "give --top 0, or --power 0 for the graph of the coefficients");
    }
    if (config.top() == 0) {
      Limits.memory(
          points.n(),
          8e-9 * points.n() * points.n(),
          config.memory(),
          info().id(),
          "keep the strongest coefficients only with --top 20, or use --method ssc-omp");
    }
    GraphCut cut =
        new GraphCut(info().title(), config.clusters(), config.restarts(), config.dimension());
    run.step("decomposition", 0, 0);
    try (RowSpace space = RowSpace.of(points)) {
      return config.power() > 0
          ? cosines(space, cut, config, points, vectors, run)
          : coefficients(space, cut, config, points, vectors, run);
    }
  }

  private static Clustering coefficients(
      RowSpace space, GraphCut cut, LrscConfig config, Points points, Vectors ids, Run run) {
    try (SymmetricCodes codes =
        ClosedForm.shrunk(space, config.tau()).orElseThrow(() -> tooSmall(space, config))) {
      return cut.of(codes, config.scaling(), config.top(), points, ids, run);
    }
  }

  private static Clustering cosines(
      RowSpace space, GraphCut cut, LrscConfig config, Points points, Vectors ids, Run run) {
    try (Tensor m =
            ClosedForm.directions(space, config.tau()).orElseThrow(() -> tooSmall(space, config));
        DenseAffinity graph = Cosines.ofSymmetric(m, config.power())) {
      return cut.of(graph, Optional.empty(), points, ids, run);
    }
  }

  private static InputException tooSmall(RowSpace space, LrscConfig config) {
    double largest = space.values()[0];
    return new InputException(
        String.format(
            Locale.ROOT,
            "is %s: all singular values, the largest being %.3g, are taken for noise",
            config.tau(),
            largest),
        "--tau",
        String.format(Locale.ROOT, "give more than %.3g", 1 / (largest * largest)));
  }
}
