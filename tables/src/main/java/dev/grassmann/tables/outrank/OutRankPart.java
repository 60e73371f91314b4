package dev.grassmann.tables.outrank;

import java.io.Serializable;

/**
 * What one batch says: small, and fit to be sent. Arrays are shared, not to be written to.
 *
 * <p>No record: Kryo as Spark has it, which many clusters send with, can read none.
 */
public final class OutRankPart implements Serializable {
  private final int batch;
  private final int rows;
  private final double[] scores;
  private final long[] missing;
  private final long[] targets;
  private final int[] targetRows;
  private final int neighbours;
  private final String target;

  /**
   * @param batch its number
   * @param rows its rows
   * @param scores one an item of the plan, NaN where this batch does not score it
   * @param missing rows without a value, of each column of {@link OutRankParts#columns}
   * @param targets a print of each value of the target
   * @param targetRows how many rows have it
   * @param neighbours rows whose target is that of the row before
   * @param target the first row's target, as text
   */
  public OutRankPart(
      int batch,
      int rows,
      double[] scores,
      long[] missing,
      long[] targets,
      int[] targetRows,
      int neighbours,
      String target) {
    this.batch = batch;
    this.rows = rows;
    this.scores = scores;
    this.missing = missing;
    this.targets = targets;
    this.targetRows = targetRows;
    this.neighbours = neighbours;
    this.target = target;
  }

  /** Its number. */
  public int batch() {
    return batch;
  }

  /** Its rows. */
  public int rows() {
    return rows;
  }

  /** One an item of the plan, NaN where this batch does not score it. */
  public double[] scores() {
    return scores;
  }

  /** Rows without a value, of each column of {@link OutRankParts#columns}. */
  public long[] missing() {
    return missing;
  }

  /** A print of each value of the target. */
  public long[] targets() {
    return targets;
  }

  /** How many rows have it. */
  public int[] targetRows() {
    return targetRows;
  }

  /** Rows whose target is that of the row before. */
  public int neighbours() {
    return neighbours;
  }

  /** The first row's target, as text. */
  public String target() {
    return target;
  }
}
