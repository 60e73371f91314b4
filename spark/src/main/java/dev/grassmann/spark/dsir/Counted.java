package dev.grassmann.spark.dsir;

import dev.grassmann.tables.dsir.BucketCounts;
import java.io.Serializable;

/**
 * Counts as they are sent: of all buckets, and of how many documents. The array is shared, not to
 * be written to.
 */
record Counted(long[] counts, long documents) implements Serializable {

  /** Both together. */
  Counted and(Counted other) {
    long[] sum = counts.clone();
    for (int j = 0; j < sum.length; j++) {
      sum[j] += other.counts[j];
    }
    return new Counted(sum, documents + other.documents);
  }

  BucketCounts toBuckets() {
    return new BucketCounts(counts, documents);
  }
}
