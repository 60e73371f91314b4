package dev.grassmann.clusters.ssc;

import dev.grassmann.clusters.Points;
import dev.grassmann.core.data.SparseMatrix;
import dev.grassmann.core.run.Run;

/**
 * Writes each point as a combination of few other points, by orthogonal matching pursuit (You,
 * Robinson, Vidal 2016, algorithm 1): take the point that correlates most with the residual, fit by
 * least squares to all taken so far, repeat.
 *
 * @param most points that one may be written with, at least 1
 * @param threshold squared length of the residual below which a point counts as written
 */
public record MatchingPursuit(int most, double threshold) {

  /**
   * Codes of all points, n × n: row i holds what point i is written with. The same whichever way
   * they are computed and however many threads do it; equal correlations go to the point of smaller
   * number.
   *
   * @param gigabytes memory that the inner products of all pairs of points may take; beyond it they
   *     are computed in blocks at each step
   */
  public SparseMatrix codes(Points points, double gigabytes, Run run) {
    int n = points.n();
    int steps = Math.min(most, n - 1);
    double gram = 4.0 * n * n;
    if (gram <= gigabytes * 1e9 && gram <= 0.6 * Runtime.getRuntime().maxMemory()) {
      return new GramPursuit(points, steps, threshold).codes(run);
    }
    return new BlockPursuit(points, steps, threshold).codes(run);
  }
}
