package dev.grassmann.core.result;

import java.util.Arrays;

/** How two columns of numbers go together. */
public final class Correlation {
  private Correlation() {}

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

  /** Spearman's correlation: that of ranks, so that any rising curve counts as a straight line. */
  public static double spearman(double[] x, double[] y) {
    return pearson(ranks(x), ranks(y));
  }

  /**
   * Pearson's correlation, -1 to 1; NaN where one of them is constant.
   *
   * @param y as many numbers as x
   */
  public static double pearson(double[] x, double[] y) {
    return ofStandardised(standardised(x), standardised(y));
  }

  /** Less their mean, and divided so that their squares sum to 1; NaN where all are equal. */
  public static double[] standardised(double[] numbers) {
    double sum = 0;
    for (double number : numbers) {
      sum += number;
    }
    double mean = sum / numbers.length;
    double squares = 0;
    for (double number : numbers) {
      squares += (number - mean) * (number - mean);
    }
    double length = Math.sqrt(squares);
    double[] standardised = new double[numbers.length];
    for (int i = 0; i < standardised.length; i++) {
      standardised[i] = (numbers[i] - mean) / length;
    }
    return standardised;
  }

  /** {@link #pearson} of two that are {@link #standardised} already, for many pairs of a few. */
  public static double ofStandardised(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(x.length + " and " + y.length + " numbers");
    }
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return Math.max(-1, Math.min(1, sum));
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
