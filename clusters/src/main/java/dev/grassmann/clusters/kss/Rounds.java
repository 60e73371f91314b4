package dev.grassmann.clusters.kss;

import dev.grassmann.clusters.Points;
import dev.grassmann.clusters.PrincipalDirections;
import dev.grassmann.engine.linalg.Products;
import dev.grassmann.engine.linalg.Qr;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The two steps that k-subspaces repeats: fit each subspace to its points, assign each point. */
final class Rounds {
  private final Points points;
  private final int clusters;
  private final int dimension;

  Rounds(Points points, int clusters, int dimension) {
    this.points = points;
    this.clusters = clusters;
    this.dimension = dimension;
  }

  /**
   * Who is where.
   *
   * @param labels cluster of each point
   * @param outside squared distance of each point to its subspace, 0 to 1
   */
  record State(int[] labels, double[] outside) {
    /** What the rounds make smaller: the sum of squared distances. */
    double cost() {
      return Arrays.stream(outside).sum();
    }
  }

  /** Points assigned to random subspaces. */
  State start(SplittableRandom random) {
    double[][] bases = new double[clusters][];
    for (int c = 0; c < clusters; c++) {
      double[] gaussian = new double[points.d() * dimension];
      Arrays.setAll(gaussian, i -> random.nextGaussian());
      bases[c] = Qr.of(gaussian, points.d(), dimension).q();
    }
    return assign(bases);
  }

  /** One round: subspaces from labels, labels from subspaces. */
  State next(State now) {
    double[][] bases = new double[clusters][];
    for (int c = 0; c < clusters; c++) {
      int cluster = c;
      int[] members =
          IntStream.range(0, points.n()).filter(i -> now.labels[i] == cluster).toArray();
      bases[c] = fit(members.length > 0 ? members : worst(now));
    }
    return assign(bases);
  }

  private double[] fit(int[] members) {
    return PrincipalDirections.of(points.rows(members), members.length, points.d(), dimension)
        .basis();
  }

  /** A cluster that has lost all its points starts anew from those that are explained worst. */
  private int[] worst(State now) {
    return IntStream.range(0, points.n())
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> now.outside[i]).reversed())
        .limit(dimension)
        .mapToInt(i -> i)
        .toArray();
  }

  /**
   * Each point to the subspace that holds most of it, of equally good ones to the first: one
   * product of all points with all directions.
   *
   * @param bases of each cluster, d × k with k at most the dimension, orthonormal columns
   */
  private State assign(double[][] bases) {
    int n = points.n();
    int d = points.d();
    int[] end = new int[clusters]; // of each cluster's directions among all
    int width = 0;
    for (int c = 0; c < clusters; c++) {
      width += bases[c].length / d;
      end[c] = width;
    }
    double[] all = new double[d * width];
    for (int c = 0; c < clusters; c++) {
      int k = bases[c].length / d;
      for (int j = 0; j < d; j++) {
        System.arraycopy(bases[c], j * k, all, j * width + end[c] - k, k);
      }
    }
    double[] along = Products.multiply(points.rows(), all, n, d, width);
    int[] labels = new int[n];
    double[] outside = new double[n];
    for (int i = 0; i < n; i++) {
      double most = -1;
      for (int c = 0, k = 0; c < clusters; c++) {
        double held = 0;
        for (; k < end[c]; k++) {
          held += along[i * width + k] * along[i * width + k];
        }
        if (held > most) {
          most = held;
          labels[i] = c;
        }
      }
      outside[i] = Math.max(0, 1 - most);
    }
    return new State(labels, outside);
  }
}
