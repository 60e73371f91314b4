package dev.grassmann.clusters.assign;

import dev.grassmann.clusters.mlc.LearntSpace;
import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Clustering;
import dev.grassmann.core.run.Run;
import java.nio.file.Path;

/**
 * Puts points that no clustering has seen into clusters that were fitted before: each to the flat
 * that is nearest.
 */
public final class Assign implements Method<Vectors, AssignConfig, Clustering> {
  @Override
  public MethodInfo info() {
    return new MethodInfo(
        10,
        "nearest",
        "cluster assign",
        "Nearest subspace",
        "Vidal 2011, Subspace Clustering",
        "puts new points into the cluster whose subspace is nearest",
        true);
  }

  @Override
  public Class<Vectors> input() {
    return Vectors.class;
  }

  @Override
  public AssignConfig defaults() {
    return AssignConfig.DEFAULTS;
  }

  @Override
  public Clustering run(Vectors points, AssignConfig config, Run run) {
    Options.check(config);
    if (config.model().isBlank()) {
      throw new InputException(
          "no clusters to assign to",
          "--model",
          "give the folder that 'cluster fit' wrote with --out");
    }
    Path folder = Path.of(config.model());
    Clustering clusters = Clustering.load(folder);
    // clusters of learnt features lie in their space: points go there first
    Vectors there = LearntSpace.in(folder).map(space -> space.features(points)).orElse(points);
    return clusters.assign(there);
  }
}
