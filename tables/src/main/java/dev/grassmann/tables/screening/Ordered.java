package dev.grassmann.tables.screening;

import java.util.Arrays;

/** Numbers in ascending order, and what is read off them. */
record Ordered(double[] sorted, double deviation) {
  /**
   * @param numbers at least one, none NaN; left as they are
   */
  static Ordered of(double[] numbers, int count) {
    double[] sorted = Arrays.copyOf(numbers, count);
    Arrays.sort(sorted);
    double sum = 0;
    for (double number : sorted) {
      sum += number;
    }
    double mean = sum / count;
    double squares = 0;
    for (double number : sorted) {
      squares += (number - mean) * (number - mean);
    }
    return new Ordered(sorted, count > 1 ? Math.sqrt(squares / (count - 1)) : 0);
  }

  int count() {
    return sorted.length;
  }

  double min() {
    return sorted[0];
  }

  double max() {
    return sorted[sorted.length - 1];
  }

  boolean isConstant() {
    return min() == max();
  }

  /** By linear interpolation between neighbours (Hyndman, Fan 1996, definition 7). */
  double quantile(double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    double part = place - below;
    return part == 0 ? sorted[below] : sorted[below] + part * (sorted[below + 1] - sorted[below]);
  }

  double iqr() {
    return quantile(0.75) - quantile(0.25);
  }

  /** What one unit is after robust scaling: the IQR, or 1 where it is 0. */
  double scale() {
    double iqr = iqr();
    return iqr > 0 ? iqr : 1;
  }

  int distinct() {
    int distinct = 1;
    for (int i = 1; i < sorted.length; i++) {
      distinct += sorted[i] != sorted[i - 1] ? 1 : 0;
    }
    return distinct;
  }
}
