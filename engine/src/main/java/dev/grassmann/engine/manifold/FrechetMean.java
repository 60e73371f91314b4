package dev.grassmann.engine.manifold;

import dev.grassmann.core.InputException;
import dev.grassmann.engine.linalg.Products;
import dev.grassmann.engine.linalg.Qr;
import dev.grassmann.engine.linalg.SymmetricEigen;
import java.util.Arrays;
import java.util.List;

/**
 * A middle of several subspaces: the Fréchet (Karcher) mean has the least summed squared geodesic
 * distance to them, the median the least summed distance.
 *
 * @param point orthonormal basis, n × p
 * @param iterations steps taken
 * @param gradient norm of the mean tangent at the end
 * @param radius largest geodesic distance from the middle to one of the points
 */
public record FrechetMean(double[] point, int iterations, double gradient, double radius) {
  private static final double SETTLED = 1e-10;
  private static final int MOST = 200;

  /** Whether the points lie so close together, within pi/4, that there is only one mean. */
  public boolean surelyUnique() {
    return radius < Math.PI / 4;
  }

  /**
   * The mean of points of equal weight.
   *
   * @throws InputException where there are no points
   */
  public static FrechetMean of(Grassmann manifold, List<double[]> points) {
    return of(manifold, points, equal(points));
  }

  /**
   * The weighted mean, from the chordal mean by steps along the mean tangent; a step that makes the
   * tangent longer is halved.
   *
   * @param weights one a point, at least 0, not all 0; only their shares matter
   * @throws InputException where there are no points or no weight
   */
  public static FrechetMean of(Grassmann manifold, List<double[]> points, double[] weights) {
    double[] shares = shares(points, weights);
    double[] mean = chordal(manifold, points, shares);
    double step = 1;
    double[] tangent = meanTangent(manifold, mean, points, shares);
    double length = Math.sqrt(manifold.inner(tangent, tangent));
    int iteration = 0;
    while (length >= SETTLED && iteration < MOST && step > 1e-6) {
      double[] next = along(manifold, mean, tangent, step);
      double[] nextTangent = meanTangent(manifold, next, points, shares);
      double nextLength = Math.sqrt(manifold.inner(nextTangent, nextTangent));
      if (nextLength > length) {
        step /= 2;
      } else {
        mean = next;
        tangent = nextTangent;
        length = nextLength;
      }
      iteration++;
    }
    return new FrechetMean(mean, iteration, length, radius(manifold, mean, points));
  }

  /**
   * The median, by Weiszfeld's steps from the chordal mean: each point counts by the inverse of its
   * distance, so that a few outliers move it little.
   *
   * @throws InputException where there are no points
   */
  public static FrechetMean median(Grassmann manifold, List<double[]> points) {
    double[] median = chordal(manifold, points);
    double length = Double.POSITIVE_INFINITY;
    int iteration = 0;
    while (length >= SETTLED && iteration < 5 * MOST) {
      double[] weights = new double[points.size()];
      for (int i = 0; i < weights.length; i++) {
        double[] delta = manifold.logarithm(median, points.get(i)).delta();
        weights[i] = 1 / Math.max(Math.sqrt(manifold.inner(delta, delta)), 1e-12);
      }
      double[] tangent = meanTangent(manifold, median, points, shares(points, weights));
      length = Math.sqrt(manifold.inner(tangent, tangent));
      median = along(manifold, median, tangent, 1);
      iteration++;
    }
    return new FrechetMean(median, iteration, length, radius(manifold, median, points));
  }

  /** The chordal mean: the leading eigenvectors of the summed projectors. */
  public static double[] chordal(Grassmann manifold, List<double[]> points) {
    return chordal(manifold, points, shares(points, equal(points)));
  }

  private static double[] chordal(Grassmann manifold, List<double[]> points, double[] shares) {
    int n = manifold.n();
    int p = manifold.p();
    double[] sum = new double[n * n];
    for (int i = 0; i < shares.length; i++) {
      double[] point = points.get(i);
      Grassmann.add(sum, shares[i], Products.multiplyTransposed(point, point, n, p, n));
    }
    return SymmetricEigen.largest(sum, n, p).vectors();
  }

  private static double[] along(Grassmann manifold, double[] at, double[] tangent, double step) {
    return Qr.of(manifold.exponential(at, tangent, step), manifold.n(), manifold.p()).q();
  }

  private static double[] equal(List<double[]> points) {
    double[] weights = new double[points.size()];
    Arrays.fill(weights, 1);
    return weights;
  }

  private static double[] shares(List<double[]> points, double[] weights) {
    if (points.isEmpty()) {
      throw new InputException("there are no subspaces", "", "give at least one");
    }
    if (weights.length != points.size()) {
      throw new IllegalArgumentException(weights.length + " weights, " + points.size() + " points");
    }
    double sum = 0;
    for (double weight : weights) {
      if (!(weight >= 0) || Double.isInfinite(weight)) {
        throw new InputException("a weight is " + weight, "", "give weights of at least 0");
      }
      sum += weight;
    }
    if (sum == 0) {
      throw new InputException("all weights are 0", "", "give at least one above 0");
    }
    double[] shares = weights.clone();
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= sum;
    }
    return shares;
  }

  private static double radius(Grassmann manifold, double[] middle, List<double[]> points) {
    double radius = 0;
    for (double[] point : points) {
      double[] delta = manifold.logarithm(middle, point).delta();
      radius = Math.max(radius, Math.sqrt(manifold.inner(delta, delta)));
    }
    return radius;
  }

  private static double[] meanTangent(
      Grassmann manifold, double[] at, List<double[]> points, double[] shares) {
    double[] sum = new double[at.length];
    for (int i = 0; i < shares.length; i++) {
      Grassmann.add(sum, shares[i], manifold.logarithm(at, points.get(i)).delta());
    }
    return sum;
  }
}
