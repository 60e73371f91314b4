package dev.grassmann.spark.dsir;

import dev.grassmann.tables.dsir.BucketCounts;
import java.io.Serializable;

/**
 * Counts as they are sent: of all buckets, and of how many documents. The array is shared, not to
 * be written to.
 *
 * <p>No record: Kryo as Spark has it, which many clusters send with, can read none.
 */
final class Counted implements Serializable {
  private final long[] counts;
  private final long documents;

  Counted(long[] counts, long documents) {
    this.counts = counts;
    this.documents = documents;
  }

  long[] counts() {
    return counts;
  }

  long documents() {
    return documents;
  }

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
