package dev.grassmann.clusters.mlc;

import dev.grassmann.clusters.lsr.Lsr;
import dev.grassmann.clusters.metrics.Agreement;
import dev.grassmann.clusters.metrics.LinearStructure;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import java.util.Map;

/**
 * What a network is worth at one moment of its training, judged by the true classes.
 *
 * @param membership agreement of clusters that are cut from the memberships
 * @param structure of the features in the true classes
 */
record Stage(Agreement membership, LinearStructure structure) {
  static Stage of(
      LearntSpace space, Vectors rows, int[] truth, int classes, MlcConfig config, Run run) {
    Vectors z = space.features(rows);
    MlcConfig asked = Options.with(config, Map.of("clusters", classes, "keep", 0));
    int[] labels = new ClusterStep(asked, run).cut(z, space.said(rows)).labels();
    return new Stage(
        Agreement.of(truth, labels),
        LinearStructure.of(z, truth, classes, config.descent().eps2()));
  }

  /** Accuracy of least squares regression on the features. */
  static double subspaces(Vectors z, int[] truth, int classes, MlcConfig config, Run run) {
    LabelOptions labels = Options.with(config.labels(), "clusters", classes);
    int[] found = new Lsr().run(z, ClusterStep.lsr(labels), run).labels();
    return Agreement.of(truth, found).accuracy();
  }
}
