package dev.grassmann.clusters;

import dev.grassmann.core.InputException;
import java.util.Locale;

/** What every clustering refuses before it begins. */
public final class Limits {
  private Limits() {}

  /**
   * @param clusters number of clusters asked for, 0 for the method's own choice
   * @param dimension of the subspaces asked for, 0 for the method's own choice
   */
  public static void check(Points points, int clusters, int dimension) {
    int n = points.n();
    if (clusters == 1 || clusters >= n) {
      throw new InputException(
          String.format(Locale.ROOT, "%,d clusters of %,d points", clusters, n),
          "",
          String.format(Locale.ROOT, "--clusters must be 2 to %,d, or 0 to be found", n - 1));
    }
    if (clusters > 0 && dimension > 0 && (long) dimension * clusters >= n) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "subspaces of dimension %,d need more than %,d points in each of %,d clusters, there"
                  + " are %,d points in all",
              dimension,
              dimension,
              clusters,
              n),
          "",
          "lower --dimension or --clusters");
    }
    if (dimension > points.d()) {
      throw new InputException(
          "subspaces of dimension " + dimension + " in a space of " + points.d(),
          "",
          "lower --dimension to at most " + points.d());
    }
  }
}
