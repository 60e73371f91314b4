package dev.grassmann.core.result;

import java.util.Arrays;

/** Spearman's correlation: that of ranks, so that any rising curve counts as a straight line. */
public final class RankCorrelation {
  private RankCorrelation() {}

  /**
   * Ranks from 0, ascending; ties share their mean rank, and NaN stands in the middle, where it
   * speaks neither for nor against.
   */
  public static double[] ranks(double[] numbers) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted); // NaN comes last
    int present = sorted.length;
    while (present > 0 && Double.isNaN(sorted[present - 1])) {
      present--;
    }
    double[] ranks = new double[numbers.length];
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] =
          Double.isNaN(numbers[i])
              ? (present - 1) / 2.0
              : (first(sorted, present, numbers[i]) + last(sorted, present, numbers[i])) / 2.0;
    }
    return ranks;
  }

  /**
   * The correlation of two columns of ranks, -1 to 1; NaN where one of them ranks all alike.
   *
   * @param x what {@link #ranks} gave
   * @param y the same of as many numbers
   */
  public static double of(double[] x, double[] y) {
    double meanX = Arrays.stream(x).sum() / x.length;
    double meanY = Arrays.stream(y).sum() / y.length;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < x.length; i++) {
      double dx = x[i] - meanX;
      double dy = y[i] - meanY;
      xx += dx * dx;
      yy += dy * dy;
      xy += dx * dy;
    }
    return xy / Math.sqrt(xx * yy);
  }

  private static int first(double[] sorted, int count, double number) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < number) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static int last(double[] sorted, int count, double number) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] <= number) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }
}
