package dev.grassmann.clusters.mlc;

import dev.grassmann.clusters.Flats;
import dev.grassmann.clusters.Points;
import dev.grassmann.clusters.metrics.LinearStructure;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Clustering;
import dev.grassmann.core.run.Permutation;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.LibTorch;
import dev.grassmann.engine.train.TrainingLog;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** MLC: features in which curved clusters lie in subspaces, and the clusters. */
public final class Mlc implements Method<Vectors, MlcConfig, Linearization> {
  @Override
  public MethodInfo info() {
    return new MethodInfo(
        11,
        "mlc",
        "cluster fit",
        "MLC",
        "Ding and others 2023 (arXiv 2301.01805)",
        "learns features in which curved clusters become subspaces, and who belongs together",
        false);
  }

  @Override
  public Class<Vectors> input() {
    return Vectors.class;
  }

  @Override
  public MlcConfig defaults() {
    return MlcConfig.DEFAULTS;
  }

  @Override
  public Linearization run(Vectors rows, MlcConfig config, Run run) {
    Options.check(config);
    LibTorch.start(run);
    Points.of(rows); // refuses what is not finite, by row and column
    MlcLimits.check(rows, config, run);
    try (MlcTraining training = new MlcTraining(rows, config, run)) {
      TrainingLog pretraining = training.pretrain();
      training.copyHead();
      Vectors before = training.learnt().features(rows);
      TrainingLog linearizing = training.linearize();
      LearntSpace space = training.learnt();
      Vectors z = space.features(rows);
      int[] chosen = chosen(rows.n(), config.labels().subset(), run);
      ClusterStep.Cut cut =
          new ClusterStep(config, run).cut(z.rows(chosen), space.said(rows.rows(chosen)));
      Clustering clustering = clustering(z, chosen, cut, config, run);
      double eps2 = config.descent().eps2();
      int[] labels = clustering.labels();
      int clusters = clustering.clusters();
      return new Linearization(
          clustering,
          space,
          z,
          LinearStructure.of(before, labels, clusters, eps2),
          LinearStructure.of(z, labels, clusters, eps2),
          pretraining,
          linearizing,
          cut.lengths(),
          Gallery.of(rows, z, clustering, config.views()));
    }
  }

  /** Points that are clustered, all or some drawn at random, ascending. */
  private static int[] chosen(int n, int subset, Run run) {
    int[] order = Permutation.of(n, run.random("subset"));
    int[] chosen = subset == 0 || subset >= n ? order : Arrays.copyOf(order, subset);
    Arrays.sort(chosen);
    return chosen;
  }

  private Clustering clustering(
      Vectors z, int[] chosen, ClusterStep.Cut cut, MlcConfig config, Run run) {
    Flats flats = new Flats(config.labels().dimension(), false);
    Vectors some = z.rows(chosen);
    Clustering found =
        flats.clustering(info().title(), some, Points.of(some), cut.labels(), cut.graph(), run);
    if (chosen.length == z.n()) {
      return found;
    }
    Clustering all = found.assign(z);
    int[] labels = all.labels();
    for (int i = 0; i < chosen.length; i++) {
      labels[chosen[i]] = found.labels()[i];
    }
    return new Clustering(
        info().title(),
        labels,
        z.ids().orElse(List.of()),
        found.flats(),
        all.residuals(),
        false,
        Optional.empty());
  }
}
