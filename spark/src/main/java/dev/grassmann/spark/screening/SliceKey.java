package dev.grassmann.spark.screening;

import java.io.Serializable;
import java.util.Comparator;

/**
 * Where a slice belongs. Keys come in the order of blocks, and within a block in that of the rows.
 *
 * @param block which columns
 * @param partition of the DataFrame that the rows come from
 * @param place of the slice within the partition
 */
record SliceKey(int block, int partition, int place) implements Comparable<SliceKey>, Serializable {
  private static final Comparator<SliceKey> ORDER =
      Comparator.comparingInt(SliceKey::block)
          .thenComparingInt(SliceKey::partition)
          .thenComparingInt(SliceKey::place);

  @Override
  public int compareTo(SliceKey other) {
    return ORDER.compare(this, other);
  }
}
