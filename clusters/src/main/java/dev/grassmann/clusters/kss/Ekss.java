package dev.grassmann.clusters.kss;

import dev.grassmann.clusters.Limits;
import dev.grassmann.clusters.Points;
import dev.grassmann.clusters.SubspaceRounds;
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
import java.util.SplittableRandom;

/** Ensemble k-subspaces: many short runs of k-subspaces vote on who belongs together. */
public final class Ekss implements Method<Vectors, EkssConfig, Clustering> {
  @Override
  public MethodInfo info() {
    return new MethodInfo(
        10,
        "ekss",
        "cluster fit",
        "EKSS",
        "Lipor, Hong, Tan, Balzano 2021 (Information and Inference); arXiv 1709.04744",
        "lets many short runs of k-subspaces vote on who belongs together",
        false);
  }

  @Override
  public Class<Vectors> input() {
    return Vectors.class;
  }

  @Override
  public EkssConfig defaults() {
    return EkssConfig.DEFAULTS;
  }

  @Override
  public Clustering run(Vectors vectors, EkssConfig config, Run run) {
    Options.check(config);
    LibTorch.start(run);
    Points points = Points.unit(vectors, run);
    Limits.clusters(points.n(), config.clusters());
    Limits.dimension(points, config.clusters(), config.dimension());
    int[][] labels = votes(points, config, run);
    SparseAffinity graph =
        SparseAffinity.of(CoAssociation.of(labels, config.clusters(), config.neighbours(), run));
    return new GraphCut(info().title(), config.clusters(), config.restarts(), config.dimension())
        .of(graph, Optional.empty(), points, vectors, run);
  }

  private static int[][] votes(Points points, EkssConfig config, Run run) {
    SubspaceRounds rounds = new SubspaceRounds(points, config.clusters(), config.dimension());
    SplittableRandom random = run.random("ensemble");
    int[][] labels = new int[config.votes()][];
    for (int b = 0; b < labels.length; b++) {
      run.step("votes", b, labels.length);
      SubspaceRounds.State state = rounds.start(random.split());
      for (int round = 0; round < config.rounds(); round++) {
        state = rounds.next(state);
      }
      labels[b] = state.labels();
    }
    return labels;
  }
}
