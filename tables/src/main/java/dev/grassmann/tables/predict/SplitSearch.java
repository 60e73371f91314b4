package dev.grassmann.tables.predict;

import java.util.Arrays;

/** Finds where to cut one feature, by the sums of the rows in each of its bins. */
final class SplitSearch {
  private final Splits splits;
  private final int sums;
  private final double[] histogram; // 0 everywhere between two searches
  private final long[] occupied = new long[4]; // a bit a bin, the same
  private final double[] left;
  private final double[] right;
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
   * @param bins how many there are
   * @param whole sums over rows {@code from .. to}
   * @param least worth that a cut must exceed
   * @return whether there is one
   */
  boolean find(byte[] codes, int bins, int[] rows, int from, int to, double[] whole, double least) {
    start(least);
    splits.addToBins(codes, rows, from, to, histogram);
    if (to - from < bins) {
      for (int i = from; i < to; i++) {
        int code = codes[rows[i]] & 255;
        occupied[code >> 6] |= 1L << code;
      }
      betweenOccupied(whole);
    } else {
      between(histogram, 0, 0, bins - 1, whole);
      Arrays.fill(histogram, 0, bins * sums, 0);
    }
    return bin >= 0;
  }

  /**
   * The same where the sums of the bins are known.
   *
   * @param sumsOfBins of many features
   * @param at where those of this feature begin
   */
  boolean find(double[] sumsOfBins, int at, int bins, double[] whole, double least) {
    start(least);
    between(sumsOfBins, at, 0, bins - 1, whole);
    return bin >= 0;
  }

  private void start(double least) {
    bin = -1;
    worth = least;
    Arrays.fill(left, 0);
  }

  /** Tries the cuts after each bin that has rows but the last, and empties them. */
  private void betweenOccupied(double[] whole) {
    int before = -1;
    for (int word = 0; word < occupied.length; word++) {
      for (long rest = occupied[word]; rest != 0; rest &= rest - 1) {
        if (before >= 0) {
          tryCut(before, whole);
        }
        before = word << 6 | Long.numberOfTrailingZeros(rest);
        for (int s = 0; s < sums; s++) {
          left[s] += histogram[before * sums + s];
          histogram[before * sums + s] = 0;
        }
      }
      occupied[word] = 0;
    }
  }

  /** Tries the cuts after the bins {@code low .. high - 1}, whose sums lie from a place on. */
  private void between(double[] bins, int at, int low, int high, double[] whole) {
    for (int b = low; b < high; b++) {
      boolean empty = true;
      for (int s = 0; s < sums; s++) {
        double here = bins[at + b * sums + s];
        empty &= here == 0;
        left[s] += here;
      }
      if (!empty) {
        tryCut(b, whole);
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
