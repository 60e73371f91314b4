package dev.grassmann.core.result;

import dev.grassmann.core.data.SparseMatrix;
import java.util.Arrays;
import java.util.Optional;

/**
 * The graph of points that a spectral method has cut into clusters.
 *
 * @param spectrum largest eigenvalues of the normalised affinity, descending
 * @param components connected components
 * @param connectivity of each cluster the second smallest eigenvalue of its own normalised
 *     Laplacian: 0 where it falls apart; NaN for a cluster of one point
 * @param blocks mean affinity between groups of points, in the order of the clusters: a picture of
 *     the affinity
 * @param blockClusters cluster of each group
 * @param codes what each point is written with, n × n, row by row; empty where all n² numbers would
 *     have to be kept
 */
public record ClusterGraph(
    double[] spectrum,
    int components,
    double[] connectivity,
    double[][] blocks,
    int[] blockClusters,
    Optional<SparseMatrix> codes) {

  public ClusterGraph {
    spectrum = spectrum.clone();
    connectivity = connectivity.clone();
    blocks = Arrays.stream(blocks).map(double[]::clone).toArray(double[][]::new);
    blockClusters = blockClusters.clone();
  }

  /** A copy of the spectrum. */
  @Override
  public double[] spectrum() {
    return spectrum.clone();
  }

  /** A copy of the connectivity, a number a cluster. */
  @Override
  public double[] connectivity() {
    return connectivity.clone();
  }

  /** A copy of the picture. */
  @Override
  public double[][] blocks() {
    return Arrays.stream(blocks).map(double[]::clone).toArray(double[][]::new);
  }

  /** A copy of the groups' clusters. */
  @Override
  public int[] blockClusters() {
    return blockClusters.clone();
  }

  /** How far the eigenvalues fall after the first k; NaN where the next one is not known. */
  public double gap(int k) {
    return k >= 1 && k < spectrum.length ? spectrum[k - 1] - spectrum[k] : Double.NaN;
  }
}
