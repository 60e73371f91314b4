package dev.grassmann.clusters.lsr;

import dev.grassmann.clusters.ClusterBases;
import dev.grassmann.clusters.Limits;
import dev.grassmann.clusters.Points;
import dev.grassmann.clusters.spectral.DenseAffinity;
import dev.grassmann.clusters.spectral.SpectralStep;
import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Clustering;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.LibTorch;
import java.util.Locale;

/** Subspace clustering by least squares regression. */
public final class Lsr implements Method<Vectors, LsrConfig, Clustering> {
  /** The full graph takes 8 n² bytes; beyond this many points only the strongest are kept. */
  private static final int FULL = 20_000;

  @Override
  public MethodInfo info() {
    return new MethodInfo(
        10,
        "lsr",
        "cluster fit",
        "LSR",
        "Lu and others 2012 (ECCV)",
        "writes each point by all others with a ridge, at the cost of one factorisation",
        false);
  }

  @Override
  public Class<Vectors> input() {
    return Vectors.class;
  }

  @Override
  public LsrConfig defaults() {
    return LsrConfig.DEFAULTS;
  }

  @Override
  public Clustering run(Vectors vectors, LsrConfig config, Run run) {
    Options.check(config);
    LibTorch.start(run);
    Points points = Points.unit(vectors, run);
    Limits.check(points, config.clusters(), config.dimension());
    if (config.top() == 0 && points.n() > FULL) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "n=%,d needs %.1f GB for the graph of all pairs",
              points.n(),
              8.0 * points.n() * points.n() / 1e9),
          "",
          "keep the strongest only with --top 20, or use --method ssc-omp");
    }
    SpectralStep step = new SpectralStep(config.clusters(), config.restarts(), 1000);
    SpectralStep.Partition cut;
    try (LeastSquares squares = new LeastSquares(points, config.lambda(), config.zeroDiagonal())) {
      if (config.top() > 0) {
        cut =
            step.partition(
                Strongest.of(squares, config.scaling(), config.top(), run).affinity(), run);
      } else {
        try (DenseAffinity graph = squares.affinity(config.scaling(), run)) {
          cut = step.partition(graph, run);
        }
      }
    }
    return new ClusterBases(config.dimension())
        .clustering(
            info().title(), points, cut.labels(), cut.clusters(), cut.spectrum(), cut.components());
  }
}
