package dev.grassmann.clusters.ensc;

import dev.grassmann.clusters.Limits;
import dev.grassmann.clusters.Points;
import dev.grassmann.clusters.spectral.GraphCut;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.SparseMatrix;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Clustering;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.LibTorch;
import java.util.Optional;

/** Elastic net subspace clustering. */
public final class Ensc implements Method<Vectors, EnscConfig, Clustering> {
  @Override
  public MethodInfo info() {
    return new MethodInfo(
        10,
        "ensc",
        "cluster fit",
        "EnSC",
        "You, Li, Robinson, Vidal 2016 (CVPR); arXiv 1605.02633",
        "writes each point by some others with an elastic net, point by point, for any number",
        false);
  }

  @Override
  public Class<Vectors> input() {
    return Vectors.class;
  }

  @Override
  public EnscConfig defaults() {
    return EnscConfig.DEFAULTS;
  }

  @Override
  public Clustering run(Vectors vectors, EnscConfig config, Run run) {
    Options.check(config);
    LibTorch.start(run);
    Points points = Points.unit(vectors, run);
    Limits.clusters(points.n(), config.clusters());
    Limits.dimension(points, config.clusters(), config.dimension());
    SparseMatrix codes = EnscCodes.of(config).of(points, run);
    return new GraphCut(info().title(), config.clusters(), config.restarts(), config.dimension())
        .of(config.graph().graph(codes), Optional.of(codes), points, vectors, run);
  }
}
