package dev.grassmann.clusters.ssc;

import dev.grassmann.clusters.Limits;
import dev.grassmann.clusters.Points;
import dev.grassmann.clusters.spectral.GraphCut;
import dev.grassmann.clusters.spectral.SparseAffinity;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.SparseMatrix;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Clustering;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.LibTorch;
import java.util.Optional;

/** Sparse subspace clustering by orthogonal matching pursuit. */
public final class SscOmp implements Method<Vectors, SscOmpConfig, Clustering> {
  @Override
  public MethodInfo info() {
    return new MethodInfo(
        10,
        "ssc-omp",
        "cluster fit",
        "SSC-OMP",
        "You, Robinson, Vidal 2016 (CVPR)",
        "writes each point by few others, and cuts the graph of who writes whom",
        true);
  }

  @Override
  public Class<Vectors> input() {
    return Vectors.class;
  }

  @Override
  public SscOmpConfig defaults() {
    return SscOmpConfig.DEFAULTS;
  }

  /** With the defaults but for the number of clusters. */
  public Clustering cluster(Vectors vectors, int clusters) {
    return run(vectors, Options.with(defaults(), "clusters", clusters), Run.local());
  }

  @Override
  public Clustering run(Vectors vectors, SscOmpConfig config, Run run) {
    Options.check(config);
    LibTorch.start(run);
    Points points = Points.unit(vectors, run);
    Limits.clusters(points.n(), config.clusters());
    Limits.dimension(points, config.clusters(), config.dimension());
    SparseMatrix codes =
        new MatchingPursuit(config.sparsity(), config.threshold())
            .codes(points, config.memory(), run);
    SparseAffinity graph = config.graph().graph(codes);
    return new GraphCut(info().title(), config.clusters(), config.restarts(), config.dimension())
        .of(graph, Optional.of(codes), points, vectors, run);
  }
}
