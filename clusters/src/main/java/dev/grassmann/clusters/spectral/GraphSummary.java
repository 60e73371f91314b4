package dev.grassmann.clusters.spectral;

import dev.grassmann.core.data.SparseMatrix;
import dev.grassmann.core.result.ClusterGraph;
import dev.grassmann.core.run.Run;
import java.util.Optional;

/** What a result keeps of the graph that was cut. */
public final class GraphSummary {
  /** Groups of points in the picture of the affinity, about. */
  private static final int GROUPS = 96;

  private GraphSummary() {}

  /**
   * @param codes what each point is written with, where that was kept
   */
  public static ClusterGraph of(
      Affinity graph, SpectralStep.Partition cut, Optional<SparseMatrix> codes, Run run) {
    int[] labels = cut.labels();
    int[] size = new int[cut.clusters()];
    for (int label : labels) {
      size[label]++;
    }
    int[] first = new int[cut.clusters() + 1]; // group that each cluster starts with
    for (int c = 0; c < cut.clusters(); c++) {
      first[c + 1] = first[c] + groups(size[c], labels.length);
    }
    int groups = first[cut.clusters()];
    int[] clusterOf = new int[groups];
    for (int c = 0; c < cut.clusters(); c++) {
      for (int g = first[c]; g < first[c + 1]; g++) {
        clusterOf[g] = c;
      }
    }
    int[] seen = new int[cut.clusters()];
    int[] group = new int[labels.length];
    for (int i = 0; i < labels.length; i++) {
      int c = labels[i];
      group[i] = first[c] + (int) ((long) seen[c]++ * (first[c + 1] - first[c]) / size[c]);
    }
    return new ClusterGraph(
        cut.spectrum(),
        cut.components(),
        Connectivity.ofClusters(graph, labels, cut.clusters(), run),
        graph.groupMeans(group, groups),
        clusterOf,
        codes);
  }

  /** At least one, and never more than the cluster has points. */
  private static int groups(int size, int n) {
    return Math.min(size, Math.max(1, (int) Math.round((double) GROUPS * size / n)));
  }
}
