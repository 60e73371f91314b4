package dev.grassmann.clusters.kss;

import dev.grassmann.clusters.ClusterBases;
import dev.grassmann.clusters.Limits;
import dev.grassmann.clusters.Points;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Clustering;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.subspace.Subspace;
import dev.grassmann.engine.LibTorch;
import dev.grassmann.engine.linalg.Products;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

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
    Limits.check(points, config.clusters(), config.dimension());
    Start best = null;
    SplittableRandom random = run.random("k-subspaces");
    for (int restart = 0; restart < config.restarts(); restart++) {
      run.step("k-subspaces", restart, config.restarts());
      Start start = start(points, config, random.split());
      best = best == null || start.held > best.held ? start : best;
    }
    return new ClusterBases(config.dimension())
        .clustering(info().title(), points, best.labels, config.clusters(), new double[0], 0);
  }

  /** Where one start ended; {@code held} is the sum of squared lengths inside the subspaces. */
  record Start(int[] labels, double held) {}

  static Start start(Points points, KSubspacesConfig config, SplittableRandom random) {
    List<Subspace> bases = new ArrayList<>();
    for (int c = 0; c < config.clusters(); c++) {
      bases.add(random(points.d(), config.dimension(), random));
    }
    Start now = assign(points, bases);
    for (int iteration = 0; iteration < config.iterations(); iteration++) {
      Start next = assign(points, refit(points, now.labels, config, random));
      boolean settled = Arrays.equals(next.labels, now.labels);
      now = next;
      if (settled) {
        break;
      }
    }
    return now;
  }

  private static List<Subspace> refit(
      Points points, int[] labels, KSubspacesConfig config, SplittableRandom random) {
    List<Subspace> bases = new ArrayList<>();
    for (int c = 0; c < config.clusters(); c++) {
      int cluster = c;
      int[] members = IntStream.range(0, labels.length).filter(i -> labels[i] == cluster).toArray();
      bases.add(
          members.length == 0
              ? random(points.d(), config.dimension(), random) // an empty cluster starts anew
              : new ClusterBases(config.dimension()).of(points, members));
    }
    return bases;
  }

  /** Each point to the subspace that holds most of it; equally good ones to the first. */
  static Start assign(Points points, List<Subspace> bases) {
    int n = points.n();
    int d = points.d();
    int[] labels = new int[n];
    double[] most = new double[n];
    Arrays.fill(most, -1);
    for (int c = 0; c < bases.size(); c++) {
      int k = bases.get(c).dimension();
      double[] coordinates = Products.multiply(points.rows(), bases.get(c).basis(), n, d, k);
      for (int i = 0; i < n; i++) {
        double held = 0;
        for (int j = 0; j < k; j++) {
          held += coordinates[i * k + j] * coordinates[i * k + j];
        }
        if (held > most[i]) {
          most[i] = held;
          labels[i] = c;
        }
      }
    }
    double sum = 0;
    for (double held : most) {
      sum += held;
    }
    return new Start(labels, sum);
  }

  private static Subspace random(int d, int k, SplittableRandom random) {
    double[] columns = new double[d * k];
    for (int i = 0; i < columns.length; i++) {
      double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
      columns[i] = radius * Math.cos(2 * Math.PI * random.nextDouble());
    }
    return Subspace.spannedBy(columns, d, k);
  }
}
