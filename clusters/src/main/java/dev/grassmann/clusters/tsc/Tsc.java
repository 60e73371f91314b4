package dev.grassmann.clusters.tsc;

import dev.grassmann.clusters.Limits;
import dev.grassmann.clusters.Points;
import dev.grassmann.clusters.spectral.GraphCut;
import dev.grassmann.clusters.spectral.SparseAffinity;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Clustering;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.LibTorch;
import java.util.Optional;

/** Thresholding-based subspace clustering. */
public final class Tsc implements Method<Vectors, TscConfig, Clustering> {
  @Override
  public MethodInfo info() {
    return new MethodInfo(
        10,
        "tsc",
        "cluster fit",
        "TSC",
        "Heckel, Boelcskei 2015 (IEEE Trans. Inf. Theory 61)",
        "joins each point with those most aligned with it, opposite directions included",
        false);
  }

  @Override
  public Class<Vectors> input() {
    return Vectors.class;
  }

  @Override
  public TscConfig defaults() {
    return TscConfig.DEFAULTS;
  }

  @Override
  public Clustering run(Vectors vectors, TscConfig config, Run run) {
    Options.check(config);
    LibTorch.start(run);
    Points points = Points.unit(vectors, run);
    Limits.clusters(points.n(), config.clusters());
    Limits.dimension(points, config.clusters(), config.dimension());
    SparseAffinity graph = SparseAffinity.of(Thresholded.weights(points, config.neighbours(), run));
    return new GraphCut(info().title(), config.clusters(), config.restarts(), config.dimension())
        .of(graph, Optional.empty(), points, vectors, run);
  }
}
