package dev.grassmann.tables.predict;

import java.util.Arrays;

/** Finds where to cut one feature: by a histogram over bins, or for few rows by sorting them. */
final class SplitSearch {
  /** Up to this many rows are sorted; their histogram would be mostly empty. */
  private static final int FEW = 64;

  private final Splits splits;
  private final int sums;
  private final double[] histogram;
  private final double[] left;
  private final double[] right;
  private final int[] sorted = new int[FEW];
  private int bin;
  private double worth;

  SplitSearch(Splits splits) {
    this.splits = splits;
    this.sums = splits.sums();
    this.histogram = new double[256 * sums];
    this.left = new double[sums];
    this.right = new double[sums];
  }

  /** The last bin of the left side that the last search found, -1 for none. */
  int bin() {
    return bin;
  }

  /** Worth of both sides together. */
  double worth() {
    return worth;
  }

  /**
   * Looks for the best cut.
   *
   * @param codes bin of each row
   * @param whole sums over rows {@code from .. to}
   * @param least worth that a cut must exceed
   * @return whether there is one
   */
  boolean find(byte[] codes, int[] rows, int from, int to, double[] whole, double least) {
    bin = -1;
    worth = least;
    Arrays.fill(left, 0);
    if (to - from <= FEW) {
      bySorting(codes, rows, from, to, whole);
    } else {
      byHistogram(codes, rows, from, to, whole);
    }
    return bin >= 0;
  }

  private void byHistogram(byte[] codes, int[] rows, int from, int to, double[] whole) {
    int low = 255;
    int high = 0;
    for (int i = from; i < to; i++) {
      int code = codes[rows[i]] & 255;
      low = Math.min(low, code);
      high = Math.max(high, code);
    }
    if (low == high) {
      return;
    }
    Arrays.fill(histogram, low * sums, (high + 1) * sums, 0);
    for (int i = from; i < to; i++) {
      splits.add(rows[i], histogram, (codes[rows[i]] & 255) * sums);
    }
    for (int b = low; b < high; b++) {
      boolean empty = true;
      for (int s = 0; s < sums; s++) {
        double here = histogram[b * sums + s];
        empty &= here == 0;
        left[s] += here;
      }
      if (!empty) {
        tryCut(b, whole);
      }
    }
  }

  private void bySorting(byte[] codes, int[] rows, int from, int to, double[] whole) {
    int count = to - from;
    for (int i = 0; i < count; i++) { // insertion: bin above, place below
      int key = (codes[rows[from + i]] & 255) << 8 | i;
      int at = i;
      while (at > 0 && sorted[at - 1] > key) {
        sorted[at] = sorted[at - 1];
        at--;
      }
      sorted[at] = key;
    }
    for (int i = 0; i + 1 < count; i++) {
      splits.add(rows[from + (sorted[i] & 255)], left, 0);
      if (sorted[i] >> 8 != sorted[i + 1] >> 8) {
        tryCut(sorted[i] >> 8, whole);
      }
    }
  }

  private void tryCut(int at, double[] whole) {
    for (int s = 0; s < sums; s++) {
      right[s] = whole[s] - left[s];
    }
    if (splits.enough(left, 0) && splits.enough(right, 0)) {
      double both = splits.worth(left, 0) + splits.worth(right, 0);
      if (both > worth) {
        worth = both;
        bin = at;
      }
    }
  }
}
