package dev.grassmann.engine.manifold;

import dev.grassmann.core.InputException;
import dev.grassmann.engine.linalg.Products;
import dev.grassmann.engine.linalg.Qr;
import dev.grassmann.engine.linalg.SymmetricEigen;
import java.util.List;

/**
 * The Fréchet (Karcher) mean: the subspace of least summed squared geodesic distance to some
 * others.
 *
 * @param point orthonormal basis of the mean
 * @param iterations steps taken
 * @param gradient norm of the mean tangent at the end
 */
public record FrechetMean(double[] point, int iterations, double gradient) {
  private static final double SETTLED = 1e-10;
  private static final int MOST = 200;

  /**
   * The mean of points of equal weight, from their chordal mean by steps along the mean tangent; a
   * step that makes the tangent longer is halved.
   *
   * @throws InputException where there are no points
   */
  public static FrechetMean of(Grassmann manifold, List<double[]> points) {
    double[] mean = chordal(manifold, points);
    double step = 1;
    double[] tangent = meanTangent(manifold, mean, points);
    double length = Math.sqrt(manifold.inner(tangent, tangent));
    int iteration = 0;
    while (length >= SETTLED && iteration < MOST && step > 1e-6) {
      double[] next =
          Qr.of(manifold.exponential(mean, tangent, step), manifold.n(), manifold.p()).q();
      double[] nextTangent = meanTangent(manifold, next, points);
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
    return new FrechetMean(mean, iteration, length);
  }

  /** The chordal mean: the leading eigenvectors of the summed projectors. */
  public static double[] chordal(Grassmann manifold, List<double[]> points) {
    if (points.isEmpty()) {
      throw new InputException("there are no subspaces", "", "give at least one");
    }
    int n = manifold.n();
    int p = manifold.p();
    double[] sum = new double[n * n];
    for (double[] point : points) {
      Grassmann.add(sum, 1, Products.multiplyTransposed(point, point, n, p, n));
    }
    return SymmetricEigen.largest(sum, n, p).vectors();
  }

  private static double[] meanTangent(Grassmann manifold, double[] at, List<double[]> points) {
    double[] sum = new double[at.length];
    for (double[] point : points) {
      Grassmann.add(sum, 1.0 / points.size(), manifold.logarithm(at, point).delta());
    }
    return sum;
  }
}
