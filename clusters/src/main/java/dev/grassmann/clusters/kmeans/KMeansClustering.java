package dev.grassmann.clusters.kmeans;

import dev.grassmann.clusters.ClusterBases;
import dev.grassmann.clusters.Limits;
import dev.grassmann.clusters.Points;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Clustering;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.LibTorch;
import dev.grassmann.engine.linalg.KMeans;

/** k-means on vectors of length 1. */
public final class KMeansClustering implements Method<Vectors, KMeansConfig, Clustering> {
  @Override
  public MethodInfo info() {
    return new MethodInfo(
        10,
        "kmeans",
        "cluster fit",
        "k-means",
        "Lloyd 1982; Arthur, Vassilvitskii 2007",
        "groups points around means: the baseline",
        false);
  }

  @Override
  public Class<Vectors> input() {
    return Vectors.class;
  }

  @Override
  public KMeansConfig defaults() {
    return KMeansConfig.DEFAULTS;
  }

  @Override
  public Clustering run(Vectors vectors, KMeansConfig config, Run run) {
    Options.check(config);
    LibTorch.start(run);
    Points points = Points.unit(vectors, run);
    Limits.check(points, config.clusters(), config.dimension());
    KMeans.Fit fit =
        new KMeans(config.clusters(), config.restarts(), config.iterations(), 1e-4)
            .fit(points.toVectors(), run);
    return new ClusterBases(config.dimension())
        .clustering(info().title(), points, fit.labels(), config.clusters(), new double[0], 0);
  }
}
