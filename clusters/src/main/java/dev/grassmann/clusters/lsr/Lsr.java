package dev.grassmann.clusters.lsr;

import dev.grassmann.clusters.Limits;
import dev.grassmann.clusters.Points;
import dev.grassmann.clusters.spectral.GraphCut;
import dev.grassmann.clusters.spectral.Strongest;
import dev.grassmann.clusters.spectral.SymmetricCodes;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Clustering;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.LibTorch;

/** Subspace clustering by least squares regression. */
public final class Lsr implements Method<Vectors, LsrConfig, Clustering> {
  private static final String ID = "lsr";

  @Override
  public MethodInfo info() {
    return new MethodInfo(
        10,
        ID,
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
    Limits.clusters(points.n(), config.clusters());
    Limits.dimension(points, config.clusters(), config.dimension());
    requireMemory(points, config);
    GraphCut cut =
        new GraphCut(info().title(), config.clusters(), config.restarts(), config.dimension());
    try (SymmetricCodes squares = LeastSquares.of(points, config.lambda(), config.zeroDiagonal())) {
      return cut.of(squares, config.scaling(), config.top(), points, vectors, run);
    }
  }

  /**
   * The graph of each point's strongest coefficients, and those coefficients.
   *
   * @param config with {@code top} at least 1
   */
  public static Strongest strongest(Points points, LsrConfig config, Run run) {
    requireMemory(points, config);
    try (SymmetricCodes squares = LeastSquares.of(points, config.lambda(), config.zeroDiagonal())) {
      return Strongest.of(squares, config.scaling(), config.top(), run);
    }
  }

  /**
   * The graph of all pairs takes 8 n² bytes, and the factorisation twice as much again where there
   * are fewer points than dimensions.
   */
  private static void requireMemory(Points points, LsrConfig config) {
    double n = points.n();
    boolean wide = points.n() <= points.d();
    double graph = config.top() > 0 ? 0 : 8e-9 * n * n;
    double gigabytes = graph + (wide ? 16e-9 * n * n : 0);
    Limits.memory(
        points.n(),
        gigabytes,
        config.memory(),
        ID,
        graph > 0 && !wide
            ? "keep the strongest coefficients only with --top 20, or use --method ssc-omp"
            : "use --method ssc-omp");
  }
}
