package dev.grassmann.engine.linalg;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import java.util.SplittableRandom;

/**
 * k-means by Lloyd's algorithm from greedy k-means++ seeds (Arthur, Vassilvitskii 2007), the best
 * of several restarts.
 *
 * @param clusters number of clusters, at least 1
 * @param restarts independent starts, at least 1; the one of least inertia is given
 * @param iterations at most, a start
 * @param tolerance a start ends where the centres' squared movement falls to this share of the
 *     columns' mean variance, or where no row changes its cluster
 */
public record KMeans(int clusters, int restarts, int iterations, double tolerance) {
  public KMeans {
    if (clusters < 1 || restarts < 1 || iterations < 1 || !(tolerance >= 0)) {
      throw new IllegalArgumentException(
          clusters + " clusters, " + restarts + " restarts, " + iterations + " iterations");
    }
  }

  /** 10 restarts of at most 300 iterations, tolerance 1e-4. */
  public static KMeans of(int clusters) {
    return new KMeans(clusters, 10, 300, 1e-4);
  }

  /**
   * What was found.
   *
   * @param labels cluster of each row, 0 to clusters - 1
   * @param centres mean of each cluster, clusters × d, row-major
   * @param inertia sum of squared distances of the rows to their centres
   * @param iterations of the start that won
   * @param converged whether that start ended before its last iteration
   */
  public record Fit(
      int[] labels, float[] centres, double inertia, int iterations, boolean converged) {}

  /**
   * Clusters the rows. The run's seed decides all; each restart has a stream of its own.
   *
   * @throws InputException where there are fewer rows than clusters
   */
  public Fit fit(Vectors rows, Run run) {
    if (rows.n() < clusters) {
      throw new InputException(
          clusters + " clusters of " + rows.n() + " rows",
          "",
          "give at most as many clusters as rows");
    }
    SplittableRandom random = run.random("k-means");
    try (Lloyd lloyd = new Lloyd(rows, this)) {
      Fit best = null;
      for (int restart = 0; restart < restarts; restart++) {
        run.step("k-means", restart, restarts);
        Fit fit = lloyd.run(random.split());
        if (best == null || fit.inertia() < best.inertia()) {
          best = fit;
        }
      }
      run.step("k-means", restarts, restarts);
      return best;
    }
  }
}
