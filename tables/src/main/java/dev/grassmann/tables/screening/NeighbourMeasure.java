package dev.grassmann.tables.screening;

import java.util.Arrays;
import java.util.function.LongFunction;
import java.util.random.RandomGenerator;

/**
 * Mutual information by distances to neighbours: Kraskov, Stögbauer, Grassberger 2004 (their first
 * estimator) for two columns of numbers, Ross 2014 for numbers and classes. Numbers are divided by
 * their standard deviation and moved by 1e-10 of their size at random, so that equal numbers are no
 * distance 0 apart, as in scikit-learn.
 */
final class NeighbourMeasure implements Measure {
  private static final double JITTER = 1e-10;

  private final int neighbours;
  private final LongFunction<RandomGenerator> generators;
  private Numbers lastY;
  private double[] lastMoved;
  private double[] lastSorted;
  private Digamma digamma = new Digamma(1);
  private int last = 1;

  /**
   * @param generators a generator for each number of rows: what a column scores must not depend on
   *     which thread scores it, or when
   */
  NeighbourMeasure(int neighbours, LongFunction<RandomGenerator> generators) {
    this.neighbours = neighbours;
    this.generators = generators;
  }

  @Override
  public double ofNumbers(Numbers x, Numbers y) {
    int n = x.count();
    if (y != lastY) {
      lastY = y;
      lastMoved = moved(y, generators.apply(2L * n + 1));
      lastSorted = sorted(lastMoved);
    }
    double[] mx = moved(x, generators.apply(2L * n));
    Integer[] boxed = new Integer[n];
    Arrays.setAll(boxed, i -> i);
    Arrays.sort(boxed, (a, b) -> Double.compare(mx[a], mx[b]));
    double[] sx = new double[n];
    double[] sy = new double[n];
    for (int i = 0; i < n; i++) {
      sx[i] = mx[boxed[i]];
      sy[i] = lastMoved[boxed[i]];
    }
    Digamma psi = digamma(n + 1);
    int k = Math.min(neighbours, n - 1);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double radius = Math.nextDown(distance(sx, sy, i, k));
      sum += psi.of(within(sx, sx[i], radius)) + psi.of(within(lastSorted, sy[i], radius));
    }
    return Math.max(0, psi.of(n) + psi.of(k) - sum / n);
  }

  @Override
  public double ofNumbersAndClasses(Numbers x, int[] classes, int count) {
    int n = x.count();
    double[] moved = moved(x, generators.apply(2L * n));
    double[][] members = new double[count][];
    int[] size = new int[count];
    for (int c : classes) {
      size[c]++;
    }
    int used = 0;
    for (int c = 0; c < count; c++) {
      members[c] = new double[size[c]];
      used += size[c] > 1 ? size[c] : 0; // a class of one row has no neighbour in it
    }
    int[] next = new int[count];
    double[] all = new double[used];
    int kept = 0;
    for (int row = 0; row < n; row++) {
      int c = classes[row];
      members[c][next[c]++] = moved[row];
      if (size[c] > 1) {
        all[kept++] = moved[row];
      }
    }
    Arrays.sort(all);
    Digamma psi = digamma(n + 1);
    double sum = 0;
    for (double[] member : members) {
      if (member.length > 1) {
        Arrays.sort(member);
        int k = Math.min(neighbours, member.length - 1);
        for (int i = 0; i < member.length; i++) {
          double radius = Math.nextDown(distance(member, i, k));
          sum += psi.of(k) - psi.of(member.length) - psi.of(within(all, member[i], radius));
        }
      }
    }
    return used == 0 ? 0 : Math.max(0, psi.of(used) + sum / used);
  }

  @Override
  public double ofClasses(int[] x, int xCount, int[] y, int yCount) {
    return PlugIn.nats(x, xCount, y, yCount);
  }

  /**
   * Distance, by the larger of both coordinates, to the k-th neighbour of point i. Points are in
   * the order of x: the search goes outwards and ends where x alone is further away.
   */
  private double distance(double[] sx, double[] sy, int i, int k) {
    double[] nearest = new double[k];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    int left = i - 1;
    int right = i + 1;
    while (true) {
      double toLeft = left >= 0 ? sx[i] - sx[left] : Double.POSITIVE_INFINITY;
      double toRight = right < sx.length ? sx[right] - sx[i] : Double.POSITIVE_INFINITY;
      double along = Math.min(toLeft, toRight);
      if (along >= nearest[k - 1]) {
        return nearest[k - 1];
      }
      int other = toLeft <= toRight ? left-- : right++;
      double distance = Math.max(along, Math.abs(sy[i] - sy[other]));
      int place = k - 1;
      if (distance < nearest[place]) {
        for (; place > 0 && nearest[place - 1] > distance; place--) {
          nearest[place] = nearest[place - 1];
        }
        nearest[place] = distance;
      }
    }
  }

  /** The same on a line. */
  private static double distance(double[] sorted, int i, int k) {
    int left = i;
    int right = i;
    double distance = 0;
    for (int found = 0; found < k; found++) {
      double toLeft = left > 0 ? sorted[i] - sorted[left - 1] : Double.POSITIVE_INFINITY;
      double toRight =
          right + 1 < sorted.length ? sorted[right + 1] - sorted[i] : Double.POSITIVE_INFINITY;
      distance = Math.min(toLeft, toRight);
      if (toLeft <= toRight) {
        left--;
      } else {
        right++;
      }
    }
    return distance;
  }

  /** How many numbers are at most a radius away, the point itself included. */
  private static int within(double[] sorted, double point, double radius) {
    int low = lowerBound(sorted, radius, point, false);
    return lowerBound(sorted, radius, point, true) - low;
  }

  /** First index that is beyond the radius above the point, or within the radius below it. */
  private static int lowerBound(double[] sorted, double radius, double point, boolean above) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      boolean before = above ? sorted[middle] - point <= radius : point - sorted[middle] > radius;
      if (before) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static double[] moved(Numbers x, RandomGenerator random) {
    double deviation = populationDeviation(x);
    double size = 0;
    for (double number : x.values()) {
      size += Math.abs(number / deviation);
    }
    double jitter = JITTER * Math.max(1, size / x.count());
    double[] moved = new double[x.count()];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = x.values()[i] / deviation + jitter * random.nextGaussian();
    }
    return moved;
  }

  private static double populationDeviation(Numbers x) {
    double n = x.count();
    return x.ordered().deviation() * Math.sqrt((n - 1) / n);
  }

  private static double[] sorted(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  private Digamma digamma(int most) {
    if (most > last) {
      last = Math.max(most, 2 * last);
      digamma = new Digamma(last);
    }
    return digamma;
  }
}
