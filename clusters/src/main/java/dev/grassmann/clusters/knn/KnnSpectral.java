package dev.grassmann.clusters.knn;

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
import dev.grassmann.engine.linalg.Metric;
import dev.grassmann.engine.linalg.NearestNeighbours;
import dev.grassmann.engine.linalg.Neighbours;
import java.util.Arrays;
import java.util.Optional;

/** Spectral clustering of the graph that joins each point with its nearest ones. */
public final class KnnSpectral implements Method<Vectors, KnnConfig, Clustering> {
  @Override
  public MethodInfo info() {
    return new MethodInfo(
        10,
        "knn",
        "cluster fit",
        "k-NN spectral clustering",
        "von Luxburg 2007 (Statistics and Computing 17)",
        "joins each point with its nearest ones, and cuts that graph: a baseline for curved clusters",
        false);
  }

  @Override
  public Class<Vectors> input() {
    return Vectors.class;
  }

  @Override
  public KnnConfig defaults() {
    return KnnConfig.DEFAULTS;
  }

  @Override
  public Clustering run(Vectors vectors, KnnConfig config, Run run) {
    Options.check(config);
    LibTorch.start(run);
    Points points = config.unit() ? Points.unit(vectors, run) : Points.of(vectors);
    Limits.clusters(points.n(), config.clusters());
    Limits.dimension(points, config.clusters(), config.dimension());
    Neighbours near =
        NearestNeighbours.among(points.toVectors(), config.neighbours(), Metric.EUCLIDEAN, run);
    SparseAffinity graph = SparseAffinity.of(joined(near));
    return new GraphCut(info().title(), config.clusters(), config.restarts(), config.dimension())
        .of(graph, Optional.empty(), points, vectors, run);
  }

  /** 1 from each point to each of its nearest. */
  private static SparseMatrix joined(Neighbours near) {
    int[] start = new int[near.queries() + 1];
    Arrays.setAll(start, i -> i * near.k());
    double[] one = new double[near.index().length];
    Arrays.fill(one, 1);
    return SparseMatrix.of(near.queries(), start, near.index(), one);
  }
}
