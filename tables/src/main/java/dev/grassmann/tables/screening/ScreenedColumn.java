package dev.grassmann.tables.screening;

import java.io.Serializable;

/**
 * What screening says about one column, or one control.
 *
 * <p>No record: Kryo as Spark has it, which many clusters send with, can read none.
 */
public final class ScreenedColumn implements Serializable {
  private final int task;
  private final double score;
  private final double line;
  private final int rows;
  private final boolean constant;

  /**
   * @param task number of the column, or of the control, as {@link ScreeningParts} counts them
   * @param score in the config's scale; 0 where the column has one value
   * @param line size of its correlation with the target, 0 to 1
   * @param rows where both the column and the target have a value
   * @param constant whether either has one value in those rows
   */
  public ScreenedColumn(int task, double score, double line, int rows, boolean constant) {
    this.task = task;
    this.score = score;
    this.line = line;
    this.rows = rows;
    this.constant = constant;
  }

  /** Number of the column, or of the control, as {@link ScreeningParts} counts them. */
  public int task() {
    return task;
  }

  /** In the config's scale; 0 where the column has one value. */
  public double score() {
    return score;
  }

  /** Size of its correlation with the target, 0 to 1. */
  public double line() {
    return line;
  }

  /** Where both the column and the target have a value. */
  public int rows() {
    return rows;
  }

  /** Whether either has one value in those rows. */
  public boolean constant() {
    return constant;
  }
}
