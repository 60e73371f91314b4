package dev.grassmann.spark.screening;

import java.io.Serializable;
import org.apache.spark.Partitioner;

/**
 * Which columns go together, and to which task.
 *
 * @param columns how many there are
 * @param width columns of a block, but for the last
 * @param tasks how many tasks share the blocks
 */
record Blocks(int columns, int width, int tasks) implements Serializable {
  /** Numbers of one block at most: 32 MiB, which is there three times while it is put together. */
  private static final long MOST_CELLS = 1 << 22;

  /** Enough that one slow task holds up little, few enough that starting them costs little. */
  private static final int TASKS_A_CORE = 4;

  static Blocks of(int columns, long rows, int cores) {
    int most = TASKS_A_CORE * cores;
    long fair = (columns + most - 1) / most;
    int width = (int) Math.max(1, Math.min(MOST_CELLS / Math.max(1, rows), fair));
    int count = (columns + width - 1) / width;
    return new Blocks(columns, width, Math.min(count, most));
  }

  int count() {
    return (columns + width - 1) / width;
  }

  /** First column of a block. */
  int first(int block) {
    return block * width;
  }

  /** End of a block's columns, exclusive. */
  int end(int block) {
    return Math.min(columns, (block + 1) * width);
  }

  /** Sends neighbouring blocks to the same task, as many to each. */
  Partitioner partitioner() {
    return new ByBlock(count(), tasks);
  }

  private static final class ByBlock extends Partitioner {
    private final int blocks;
    private final int tasks;

    ByBlock(int blocks, int tasks) {
      this.blocks = blocks;
      this.tasks = tasks;
    }

    @Override
    public int numPartitions() {
      return tasks;
    }

    @Override
    public int getPartition(Object key) {
      return (int) ((long) ((SliceKey) key).block() * tasks / blocks);
    }
  }
}
