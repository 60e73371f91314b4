package dev.grassmann.bench;

import java.util.Arrays;

/** Median, smallest and largest of some readings. */
record Spread(double median, double min, double max) {
  static Spread of(double... readings) {
    double[] sorted = readings.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    double median = n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    return new Spread(median, sorted[0], sorted[n - 1]);
  }
}
