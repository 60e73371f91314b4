package dev.grassmann.clusters.lowrank;

import dev.grassmann.clusters.Limits;
import dev.grassmann.clusters.Points;
import dev.grassmann.clusters.spectral.DenseAffinity;
import dev.grassmann.clusters.spectral.GraphCut;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Clustering;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.LibTorch;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;

/** Subspace clustering by low-rank representation. */
public final class Lrr implements Method<Vectors, LrrConfig, Clustering> {
  @Override
  public MethodInfo info() {
    return new MethodInfo(
        10,
        "lrr",
        "cluster fit",
        "LRR",
        "Liu and others 2013 (TPAMI); arXiv 1010.2955",
        "writes each point by all others at low rank, whole points allowed not to fit",
        false);
  }

  @Override
  public Class<Vectors> input() {
    return Vectors.class;
  }

  @Override
  public LrrConfig defaults() {
    return LrrConfig.DEFAULTS;
  }

  @Override
  public Clustering run(Vectors vectors, LrrConfig config, Run run) {
    Options.check(config);
    LibTorch.start(run);
    Points points = Points.unit(vectors, run);
    Limits.clusters(points.n(), config.clusters());
    Limits.dimension(points, config.clusters(), config.dimension());
    double n = points.n();
    Limits.memory(
        points.n(),
        8e-9 * n * (n + 8 * Math.min(n, points.d())), // the graph, and eight r × n between
        config.memory(),
        info().id(),
        "use --method lrsc --top 20, or ssc-omp");
    GraphCut cut =
        new GraphCut(info().title(), config.clusters(), config.restarts(), config.dimension());
    try (DenseAffinity graph = graph(points, config, run)) {
      return cut.of(graph, Optional.empty(), points, vectors, run);
    }
  }

  private static DenseAffinity graph(Points points, LrrConfig config, Run run) {
    run.step("decomposition", 0, 0);
    boolean closed = config.lambda() == 0;
    int most = closed && config.rank() > 0 ? config.rank() : Integer.MAX_VALUE;
    try (RowSpace space = RowSpace.of(points, most)) {
      if (closed) {
        return Cosines.ofSymmetric(space.vectors(), config.power());
      }
      LowRank problem = new LowRank(config.lambda(), config.tolerance(), config.steps());
      try (Tensor q = problem.solve(space, run)) {
        return Cosines.of(space, q, config.power());
      }
    }
  }
}
