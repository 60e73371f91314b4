package dev.grassmann.clusters.spectral;

import dev.grassmann.clusters.Flats;
import dev.grassmann.clusters.Points;
import dev.grassmann.core.data.SparseMatrix;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.ClusterGraph;
import dev.grassmann.core.result.Clustering;
import dev.grassmann.core.run.Run;
import java.util.Optional;

/**
 * From a graph to a result: the spectral step, and a flat for each cluster.
 *
 * @param title of the method
 * @param clusters how many, or 0 for the eigengap's
 * @param restarts of k-means
 * @param dimension of the flats, or 0 for what holds 95 %
 */
public record GraphCut(String title, int clusters, int restarts, int dimension) {
  private static final int ITERATIONS = 1000;

  /**
   * Cuts the graph.
   *
   * @param ids where the points' names come from
   * @param codes what each point is written with, where that was kept
   */
  public Clustering of(
      Affinity graph, Optional<SparseMatrix> codes, Points points, Vectors ids, Run run) {
    SpectralStep.Partition cut =
        new SpectralStep(clusters, restarts, ITERATIONS).partition(graph, run);
    ClusterGraph summary = GraphSummary.of(graph, cut, codes, run);
    return new Flats(dimension, true)
        .clustering(title, ids, points, cut.labels(), Optional.of(summary), run);
  }

  /**
   * Cuts the graph of coefficients in closed form.
   *
   * @param top strongest neighbours kept a point, or 0 for all
   */
  public Clustering of(
      SymmetricCodes codes, Scaling scaling, int top, Points points, Vectors ids, Run run) {
    if (top > 0) {
      Strongest strongest = Strongest.of(codes, scaling, top, run);
      return of(strongest.affinity(), Optional.of(strongest.codes()), points, ids, run);
    }
    try (DenseAffinity graph = codes.affinity(scaling, run)) {
      return of(graph, Optional.empty(), points, ids, run);
    }
  }
}
