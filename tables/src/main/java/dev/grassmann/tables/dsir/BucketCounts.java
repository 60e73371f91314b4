package dev.grassmann.tables.dsir;

import java.util.stream.LongStream;

/**
 * How often each bucket was met: all that a model needs to know of a collection. Counts of parts of
 * a collection can be merged in any order.
 */
public final class BucketCounts {
  private final long[] counts;
  private long total;
  private long documents;

  /** Nothing counted yet, in {@code m} buckets. */
  public BucketCounts(int m) {
    this.counts = new long[m];
  }

  /**
   * Counts taken elsewhere.
   *
   * @param counts per bucket; the array is copied
   * @param documents that they were taken from
   */
  public BucketCounts(long[] counts, long documents) {
    this.counts = counts.clone();
    this.total = LongStream.of(counts).sum();
    this.documents = documents;
  }

  /** Adds one document: the buckets in {@code [from, to)}. */
  public void add(int[] buckets, int from, int to) {
    for (int i = from; i < to; i++) {
      counts[buckets[i]]++;
    }
    total += to - from;
    documents++;
  }

  /** Adds all that another has counted, in equally many buckets. */
  public void merge(BucketCounts other) {
    if (other.counts.length != counts.length) {
      throw new IllegalArgumentException(other.counts.length + " buckets, not " + counts.length);
    }
    for (int j = 0; j < counts.length; j++) {
      counts[j] += other.counts[j];
    }
    total += other.total;
    documents += other.documents;
  }

  /** Number of buckets m. */
  public int buckets() {
    return counts.length;
  }

  public long count(int bucket) {
    return counts[bucket];
  }

  /** A copy of all counts. */
  public long[] counts() {
    return counts.clone();
  }

  /** Number of n-grams. */
  public long total() {
    return total;
  }

  public long documents() {
    return documents;
  }

  /**
   * Share of each bucket, smoothed: (c + s) / (C + s m).
   *
   * @param smoothing pseudo-count s, at least 0
   */
  public double[] shares(double smoothing) {
    double[] shares = new double[counts.length];
    double all = total + smoothing * counts.length;
    for (int j = 0; j < counts.length; j++) {
      shares[j] = (counts[j] + smoothing) / all;
    }
    return shares;
  }
}
