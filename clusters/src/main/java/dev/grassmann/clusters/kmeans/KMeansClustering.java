package dev.grassmann.clusters.kmeans;

import dev.grassmann.clusters.Limits;
import dev.grassmann.clusters.Numbering;
import dev.grassmann.clusters.Points;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Clustering;
import dev.grassmann.core.result.Flat;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.LibTorch;
import dev.grassmann.engine.linalg.KMeans;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** k-means: groups points around means, the baseline that knows nothing of subspaces. */
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
    Points points = config.unit() ? Points.unit(vectors, run) : Points.of(vectors);
    Limits.clusters(points.n(), config.clusters());
    KMeans.Fit fit =
        new KMeans(config.clusters(), config.restarts(), config.iterations(), 1e-4)
            .fit(points.toVectors(), run);
    int[] labels = Numbering.byFirstPoint(fit.labels(), config.clusters(), run);
    return around(vectors, points, labels);
  }

  /** Means and distances anew in float64: who belongs where was decided in float32. */
  private Clustering around(Vectors vectors, Points points, int[] labels) {
    int d = points.d();
    double[][] means = new double[1 + Arrays.stream(labels).max().orElseThrow()][d];
    int[] size = new int[means.length];
    double[] x = new double[d];
    for (int i = 0; i < labels.length; i++) {
      points.copyRow(i, x);
      size[labels[i]]++;
      for (int j = 0; j < d; j++) {
        means[labels[i]][j] += x[j];
      }
    }
    for (int c = 0; c < means.length; c++) {
      for (int j = 0; j < d; j++) {
        means[c][j] /= size[c];
      }
    }
    double[] residuals = new double[labels.length];
    for (int i = 0; i < labels.length; i++) {
      points.copyRow(i, x);
      double[] mean = means[labels[i]];
      double square = 0;
      for (int j = 0; j < d; j++) {
        square += (x[j] - mean[j]) * (x[j] - mean[j]);
      }
      residuals[i] = Math.sqrt(square);
    }
    List<Flat> centres =
        Arrays.stream(means).map(mean -> new Flat(mean, Optional.empty())).toList();
    return new Clustering(
        info().title(),
        labels,
        vectors.ids().orElse(List.of()),
        centres,
        residuals,
        points.isUnit(),
        Optional.empty());
  }
}
