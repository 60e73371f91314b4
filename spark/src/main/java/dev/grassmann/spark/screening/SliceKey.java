package dev.grassmann.spark.screening;

import java.io.Serializable;
import java.util.Comparator;

/**
 * Where a slice belongs. Keys come in the order of blocks, and within a block in that of the rows.
 *
 * <p>No record: Kryo as Spark has it, which many clusters send with, can read none.
 */
final class SliceKey implements Comparable<SliceKey>, Serializable {
  private final int block;
  private final int partition;
  private final int place;

  /**
   * @param block which columns
   * @param partition of the DataFrame that the rows come from
   * @param place of the slice within the partition
   */
  SliceKey(int block, int partition, int place) {
    this.block = block;
    this.partition = partition;
    this.place = place;
  }

  int block() {
    return block;
  }

  int partition() {
    return partition;
  }

  int place() {
    return place;
  }

  private static final Comparator<SliceKey> ORDER =
      Comparator.comparingInt(SliceKey::block)
          .thenComparingInt(SliceKey::partition)
          .thenComparingInt(SliceKey::place);

  @Override
  public int compareTo(SliceKey other) {
    return ORDER.compare(this, other);
  }
}
