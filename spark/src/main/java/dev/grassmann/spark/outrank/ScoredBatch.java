package dev.grassmann.spark.outrank;

import dev.grassmann.tables.outrank.OutRankPart;
import java.io.Serializable;

/**
 * What comes of one batch on an executor.
 *
 * <p>No record: Kryo as Spark has it, which many clusters send with, can read none.
 */
final class ScoredBatch implements Serializable {
  private final OutRankPart part;
  private final long[][] prints;

  /**
   * @param part what it says
   * @param prints prints of the distinct values of each column; empty where nobody counts
   */
  ScoredBatch(OutRankPart part, long[][] prints) {
    this.part = part;
    this.prints = prints;
  }

  OutRankPart part() {
    return part;
  }

  long[][] prints() {
    return prints;
  }
}
