package dev.grassmann.tables;

import java.util.Arrays;

/**
 * Mutual information of a number with a number or a class, in nats, from distances to the k-th
 * nearest neighbour; never below 0.
 */
public final class NearestMi {
  private NearestMi() {}

  /**
   * With a class (Ross 2014): psi(n) + &lt;psi(k_i)&gt; - &lt;psi(n_class)&gt; - &lt;psi(m_i)&gt;,
   * where k_i is k or what the class has, and m_i counts the rows, itself included, that are nearer
   * than the row's k_i-th neighbour of its own class. Classes of one row are left out.
   *
   * @param x no two alike, or ties count as a single value
   */
  public static double withClass(double[] x, int[] codes, int classes, int k) {
    int[] sizes = new int[classes];
    for (int code : codes) {
      sizes[code]++;
    }
    double[] kept = new double[x.length];
    int rows = 0;
    for (int i = 0; i < x.length; i++) {
      if (sizes[codes[i]] > 1) {
        kept[rows++] = x[i];
      }
    }
    if (rows == 0) {
      return 0;
    }
    double[] sorted = Arrays.copyOf(kept, rows);
    Arrays.sort(sorted);
    Digamma psi = new Digamma(rows);
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      if (sizes[c] > 1) {
        int neighbours = Math.min(k, sizes[c] - 1);
        double[] own = ofClass(x, codes, c, sizes[c]);
        for (int i = 0; i < own.length; i++) {
          double radius = Math.nextDown(distance(own, i, neighbours));
          sum += psi.of(neighbours) - psi.of(own.length) - psi.of(within(sorted, own[i], radius));
        }
      }
    }
    return Math.max(0, psi.of(rows) + sum / rows);
  }

  private static double[] ofClass(double[] x, int[] codes, int wanted, int size) {
    double[] own = new double[size];
    int count = 0;
    for (int i = 0; i < x.length; i++) {
      if (codes[i] == wanted) {
        own[count++] = x[i];
      }
    }
    Arrays.sort(own);
    return own;
  }

  /** Distance to the k-th nearest of sorted numbers, itself not counted. */
  private static double distance(double[] sorted, int at, int k) {
    int low = at;
    int high = at;
    double distance = 0;
    for (int found = 0; found < k; found++) {
      double below = low > 0 ? sorted[at] - sorted[low - 1] : Double.POSITIVE_INFINITY;
      double above =
          high + 1 < sorted.length ? sorted[high + 1] - sorted[at] : Double.POSITIVE_INFINITY;
      distance = Math.min(below, above);
      if (below <= above) {
        low--;
      } else {
        high++;
      }
    }
    return distance;
  }

  /**
   * How many of sorted numbers, itself among them, lie within a radius. Differences are compared,
   * as they were when the radius was found: a sum of centre and radius would round onto the very
   * neighbour that is not to be counted.
   */
  private static int within(double[] sorted, double centre, double radius) {
    return place(sorted, centre, radius, true) - place(sorted, centre, -radius, false);
  }

  /** How many sorted numbers lie from the centre by less than some way, or at most that. */
  private static int place(double[] sorted, double centre, double way, boolean including) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      double from = sorted[middle] - centre;
      boolean before = including ? from <= way : from < way;
      low = before ? middle + 1 : low;
      high = before ? high : middle;
    }
    return low;
  }

  /**
   * With a number (Kraskov, Stögbauer, Grassberger 2004, first estimator): psi(n) + psi(k) -
   * &lt;psi(n_x)&gt; - &lt;psi(n_y)&gt;, where n_x counts the rows, itself included, whose x is
   * nearer than the k-th neighbour in the plane under the maximum norm.
   *
   * @param x of a scale like y's, no two alike
   */
  public static double withNumber(double[] x, double[] y, int k) {
    int rows = x.length;
    if (rows <= k) {
      return 0;
    }
    double[] sortedX = x.clone();
    Arrays.sort(sortedX);
    double[] sortedY = y.clone();
    Arrays.sort(sortedY);
    double[] radii = new PlaneNeighbours(x, y).distances(k);
    Digamma psi = new Digamma(rows);
    double sum = 0;
    for (int i = 0; i < rows; i++) {
      double radius = Math.nextDown(radii[i]);
      sum += psi.of(within(sortedX, x[i], radius)) + psi.of(within(sortedY, y[i], radius));
    }
    return Math.max(0, psi.of(rows) + psi.of(k) - sum / rows);
  }
}
