package dev.grassmann.tables;

import java.util.Arrays;

/**
 * Distances to the k-th nearest point of a plane under the maximum norm. Points lie sorted by x
 * within strips of y of about the square root of their number: a search looks at its own strip
 * first, then at strips further and further away, and leaves each as soon as its points are too
 * far.
 */
final class PlaneNeighbours {
  private final double[] x;
  private final double[] y;
  private final int[] start; // of each strip, in the order below
  private final double[] stripX;
  private final double[] stripY;
  private final int[] strip; // of each point
  private final double[] low; // smallest and largest y of each strip
  private final double[] high;

  PlaneNeighbours(double[] x, double[] y) {
    this.x = x;
    this.y = y;
    int n = x.length;
    int strips = Math.max(1, (int) Math.sqrt(n / 4.0));
    Integer[] byY = new Integer[n];
    Arrays.setAll(byY, i -> i);
    Arrays.sort(byY, (a, b) -> Double.compare(y[a], y[b]));
    start = new int[strips + 1];
    strip = new int[n];
    low = new double[strips];
    high = new double[strips];
    stripX = new double[n];
    stripY = new double[n];
    for (int s = 0; s < strips; s++) {
      start[s + 1] = (int) ((long) n * (s + 1) / strips);
      low[s] = y[byY[start[s]]];
      high[s] = y[byY[start[s + 1] - 1]];
      Arrays.sort(byY, start[s], start[s + 1], (a, b) -> Double.compare(x[a], x[b]));
      for (int i = start[s]; i < start[s + 1]; i++) {
        strip[byY[i]] = s;
        stripX[i] = x[byY[i]];
        stripY[i] = y[byY[i]];
      }
    }
  }

  /** One distance a point; the point itself is not its neighbour. */
  double[] distances(int k) {
    double[] distances = new double[x.length];
    double[] best = new double[k + 1]; // ascending; the point itself is among them, at 0
    for (int i = 0; i < distances.length; i++) {
      Arrays.fill(best, Double.POSITIVE_INFINITY);
      search(strip[i], i, best);
      int strips = low.length;
      for (int away = 1; away < strips; away++) {
        int below = strip[i] - away;
        int above = strip[i] + away;
        boolean down = below >= 0 && y[i] - high[below] < best[k];
        boolean up = above < strips && low[above] - y[i] < best[k];
        if (down) {
          search(below, i, best);
        }
        if (up) {
          search(above, i, best);
        }
        if (!down && !up) {
          break;
        }
      }
      distances[i] = best[k];
    }
    return distances;
  }

  private void search(int s, int i, double[] best) {
    int from = Arrays.binarySearch(stripX, start[s], start[s + 1], x[i]);
    int middle = from >= 0 ? from : -from - 1;
    int last = best.length - 1;
    for (int j = middle; j < start[s + 1] && stripX[j] - x[i] < best[last]; j++) {
      add(Math.max(stripX[j] - x[i], Math.abs(stripY[j] - y[i])), best);
    }
    for (int j = middle - 1; j >= start[s] && x[i] - stripX[j] < best[last]; j--) {
      add(Math.max(x[i] - stripX[j], Math.abs(stripY[j] - y[i])), best);
    }
  }

  private static void add(double distance, double[] best) {
    int at = best.length - 1;
    if (distance >= best[at]) {
      return;
    }
    while (at > 0 && best[at - 1] > distance) {
      best[at] = best[at - 1];
      at--;
    }
    best[at] = distance;
  }
}
