package dev.grassmann.clusters.kss;

import dev.grassmann.clusters.Flats;
import dev.grassmann.clusters.Limits;
import dev.grassmann.clusters.Numbering;
import dev.grassmann.clusters.Points;
import dev.grassmann.clusters.SubspaceRounds;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Clustering;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.LibTorch;
import java.util.Optional;

/** K-subspaces: the k-means of subspaces. */
public final class KSubspaces implements Method<Vectors, KSubspacesConfig, Clustering> {
  @Override
  public MethodInfo info() {
    return new MethodInfo(
        10,
        "kss",
        "cluster fit",
        "K-subspaces",
        "Bradley, Mangasarian 2000; Agarwal, Mustafa 2004",
        "fits subspaces and assigns points to them in turn",
        false);
  }

  @Override
  public Class<Vectors> input() {
    return Vectors.class;
  }

  @Override
  public KSubspacesConfig defaults() {
    return KSubspacesConfig.DEFAULTS;
  }

  @Override
  public Clustering run(Vectors vectors, KSubspacesConfig config, Run run) {
    Options.check(config);
    LibTorch.start(run);
    Points points = Points.unit(vectors, run);
    Limits.clusters(points.n(), config.clusters());
    Limits.dimension(points, config.clusters(), config.dimension());
    SubspaceRounds.State best =
        new SubspaceRounds(points, config.clusters(), config.dimension())
            .best(config.restarts(), config.iterations(), run.random("k-subspaces"), run);
    int[] labels = Numbering.byFirstPoint(best.labels(), config.clusters(), run);
    return new Flats(config.dimension(), false)
        .clustering(info().title(), vectors, points, labels, Optional.empty(), run);
  }
}
