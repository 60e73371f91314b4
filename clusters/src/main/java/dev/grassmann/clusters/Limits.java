package dev.grassmann.clusters;

import dev.grassmann.core.InputException;
import java.util.Locale;

/** What every clustering refuses before it begins. */
public final class Limits {
  private Limits() {}

  /**
   * @param n number of points
   * @param clusters number of clusters asked for, 0 where the method is to find it
   * @throws InputException for one cluster, or as many as points
   */
  public static void clusters(int n, int clusters) {
    if (clusters == 1) {
      throw new InputException(
          "is 1",
          "--clusters",
          "one cluster holds all points: give 2 or more, or 0 to let the eigengap choose");
    }
    if (clusters >= n) {
      throw new InputException(
          String.format(Locale.ROOT, "is %,d for %,d points", clusters, n),
          "--clusters",
          String.format(Locale.ROOT, "give 2 to %,d", n - 1));
    }
  }

  /**
   * @param clusters number of clusters asked for, 0 where the method is to find it
   * @param dimension of the subspaces asked for, 0 where the points are to say
   * @throws InputException where the space or an average cluster is too small for it
   */
  public static void dimension(Points points, int clusters, int dimension) {
    if (dimension >= points.d() && dimension > 0) {
      throw new InputException(
          String.format(Locale.ROOT, "is %,d in a space of %,d", dimension, points.d()),
          "--dimension",
          points.d() == 1
              ? "points on a line have no subspaces between them: cluster them by k-means"
              : String.format(Locale.ROOT, "give 1 to %,d", points.d() - 1));
    }
    if (clusters > 0 && (long) dimension * clusters >= points.n()) {
      int most = (points.n() - 1) / clusters;
      throw new InputException(
          String.format(
              Locale.ROOT,
              "is %,d for %,d clusters of %,d points: a cluster of average size spans no more",
              dimension,
              clusters,
              points.n()),
          "--dimension",
          String.format(Locale.ROOT, "give 1 to %,d, or fewer clusters", most));
    }
  }

  /**
   * @param gigabytes needed
   * @param limit gigabytes allowed by {@code --memory}
   * @param method id of the method
   * @param mend what needs less
   * @throws InputException where more is needed than allowed
   */
  public static void memory(int n, double gigabytes, double limit, String method, String mend) {
    if (gigabytes > limit) {
      throw new InputException(
          "n="
              + n
              + " needs "
              + size(gigabytes)
              + " for "
              + method
              + ", --memory allows "
              + size(limit),
          "",
          mend);
    }
  }

  private static String size(double gigabytes) {
    return gigabytes < 0.1
        ? String.format(Locale.ROOT, "%.1f MB", 1_000 * gigabytes)
        : String.format(Locale.ROOT, "%.1f GB", gigabytes);
  }
}
