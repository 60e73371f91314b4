package dev.grassmann.clusters.spectral;

import dev.grassmann.engine.linalg.SymmetricOperator;

/**
 * A graph of n points: a symmetric matrix W of weights that are not negative. Larger weights join
 * points that lie in the same subspace.
 */
public sealed interface Affinity permits SparseAffinity, DenseAffinity {
  /** Number of points. */
  int n();

  /** Sum of the weights of each point. */
  double[] degrees();

  /** Weights from point {@code i} to all points, n numbers. */
  double[] row(int i);

  /**
   * D^-1/2 W D^-1/2 with D the degrees. Its eigenvalues lie in [-1, 1], and 1 comes once for each
   * connected component with an edge.
   */
  SymmetricOperator normalised();

  /** Component of each point, numbered from 0 by their first point. */
  int[] components();

  /**
   * Mean weight between groups of points, weights of points to themselves included.
   *
   * @param group of each point, 0 to {@code groups - 1}, none of them empty
   */
  double[][] groupMeans(int[] group, int groups);

  /** The graph among some of the points, in the order in which they are named. */
  Affinity restrict(int[] members);
}
