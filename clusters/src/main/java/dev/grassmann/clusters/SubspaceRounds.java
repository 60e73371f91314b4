package dev.grassmann.clusters;

import dev.grassmann.core.run.Run;
import dev.grassmann.engine.linalg.Products;
import dev.grassmann.engine.linalg.Qr;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The two steps that k-subspaces repeats: fit each subspace to its points, assign each point. */
public final class SubspaceRounds {
  private final Points points;
  private final int clusters;
  private final int[] dimensions;
  private final double[] squares; // squared length of each point

  /** All subspaces of one dimension. */
  public SubspaceRounds(Points points, int clusters, int dimension) {
    this(points, IntStream.generate(() -> dimension).limit(clusters).toArray());
  }

  /**
   * @param dimensions of each subspace, 1 to the points' own
   */
  public SubspaceRounds(Points points, int[] dimensions) {
    this.points = points;
    this.clusters = dimensions.length;
    this.dimensions = dimensions.clone();
    this.squares = points.isUnit() ? ones(points.n()) : squares(points);
  }

  private static double[] ones(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static double[] squares(Points points) {
    double[] squares = new double[points.n()];
    for (int p = 0; p < points.rows().length; p++) {
      squares[p / points.d()] += points.rows()[p] * points.rows()[p];
    }
    return squares;
  }

  /**
   * Who is where.
   *
   * @param labels cluster of each point
   * @param outside squared distance of each point to its subspace
   */
  public record State(int[] labels, double[] outside) {
    /** What the rounds make smaller: the sum of squared distances. */
    public double cost() {
      return Arrays.stream(outside).sum();
    }
  }

  /**
   * The best end of many starts from random subspaces.
   *
   * @param restarts at least 1
   * @param iterations rounds a start at most
   * @return the state of least cost, of equal ones the first
   */
  public State best(int restarts, int iterations, SplittableRandom random, Run run) {
    State best = null;
    for (int restart = 0; restart < restarts; restart++) {
      run.step("k-subspaces", restart, restarts);
      State end = settle(iterations, random.split());
      best = best == null || end.cost() < best.cost() ? end : best;
    }
    return best;
  }

  private State settle(int iterations, SplittableRandom random) {
    State now = start(random);
    for (int iteration = 0; iteration < iterations; iteration++) {
      State next = next(now);
      if (Arrays.equals(next.labels(), now.labels())) {
        return next;
      }
      now = next;
    }
    return now;
  }

  /** Points assigned to random subspaces. */
  public State start(SplittableRandom random) {
    double[][] bases = new double[clusters][];
    for (int c = 0; c < clusters; c++) {
      double[] gaussian = new double[points.d() * dimensions[c]];
      Arrays.setAll(gaussian, i -> random.nextGaussian());
      bases[c] = Qr.of(gaussian, points.d(), dimensions[c]).q();
    }
    return assign(bases);
  }

  /** One round: subspaces from labels, labels from subspaces. */
  public State next(State now) {
    return assign(bases(now));
  }

  /**
   * The subspace of each cluster's points.
   *
   * @return d × k each with k at most the dimension, orthonormal columns; fewer where the points
   *     span fewer
   */
  public double[][] bases(State now) {
    double[][] bases = new double[clusters][];
    for (int c = 0; c < clusters; c++) {
      int cluster = c;
      int[] members =
          IntStream.range(0, points.n()).filter(i -> now.labels[i] == cluster).toArray();
      int[] held = members.length > 0 ? members : worst(now, dimensions[c]);
      bases[c] =
          PrincipalDirections.of(points.rows(held), held.length, points.d(), dimensions[c]).basis();
    }
    return bases;
  }

  /** A cluster that has lost all its points starts anew from those that are explained worst. */
  private int[] worst(State now, int count) {
    return IntStream.range(0, points.n())
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> now.outside[i]).reversed())
        .limit(count)
        .mapToInt(i -> i)
        .toArray();
  }

  /**
   * Each point to the subspace that holds most of it, of equally good ones to the first: one
   * product of all points with all directions.
   *
   * @param bases of each cluster, d × k with k at most the dimension, orthonormal columns
   */
  public State assign(double[][] bases) {
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
      outside[i] = Math.max(0, squares[i] - most);
    }
    return new State(labels, outside);
  }
}
