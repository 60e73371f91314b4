package dev.grassmann.clusters.report;

import dev.grassmann.clusters.metrics.Agreement;
import dev.grassmann.clusters.metrics.SelfExpression;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.DataSource;
import dev.grassmann.core.data.Labels;
import dev.grassmann.core.result.ClusterGraph;
import dev.grassmann.core.result.Clustering;
import dev.grassmann.core.run.Run;
import java.util.Optional;

/**
 * Says how good clusters are, with classes or without. The only place that classes are given to: no
 * method that clusters can see them.
 */
public final class ClusterReport implements Method<DataSource, ReportConfig, ClusterQuality> {
  @Override
  public MethodInfo info() {
    return new MethodInfo(
        10,
        "quality",
        "cluster report",
        "Cluster quality",
        "Kuhn 1955; Hubert, Arabie 1985; Strehl, Ghosh 2002; You, Robinson, Vidal 2016",
        "measures clusters that were fitted before, against classes where they are known",
        true);
  }

  @Override
  public Class<DataSource> input() {
    return DataSource.class;
  }

  @Override
  public ReportConfig defaults() {
    return ReportConfig.DEFAULTS;
  }

  @Override
  public ClusterQuality run(DataSource folder, ReportConfig config, Run run) {
    Options.check(config);
    Clustering clustering = Clustering.load(folder.path());
    if (config.labels().isBlank()) {
      return new ClusterQuality(clustering, Optional.empty());
    }
    return new ClusterQuality(
        clustering, Optional.of(against(clustering, Classes.read(config.labels()))));
  }

  /** Compares a clustering with classes, one a point in the points' order. */
  public static AgainstClasses against(Clustering clustering, Labels classes) {
    int[] truth = classes.codes();
    Agreement agreement = Agreement.of(truth, clustering.labels());
    double error =
        clustering
            .graph()
            .flatMap(ClusterGraph::codes)
            .map(codes -> SelfExpression.error(codes, truth))
            .orElse(Double.NaN);
    int[] matching = Agreement.matching(truth, clustering.labels(), clustering.clusters());
    return new AgainstClasses(classes, agreement, matching, error);
  }
}
