package dev.grassmann.spark.screening;

import java.io.Serializable;

/**
 * Some columns of some neighbouring rows.
 *
 * <p>No record: Kryo as Spark has it, which many clusters send with, can read none.
 */
final class Slice implements Serializable {
  private final int rows;
  private final Object[] cells;

  /**
   * @param rows how many
   * @param cells for each column an array of {@code rows} numbers or texts, as {@link
   *     dev.grassmann.spark.RowBlock#cells} gives them
   */
  Slice(int rows, Object[] cells) {
    this.rows = rows;
    this.cells = cells;
  }

  int rows() {
    return rows;
  }

  Object[] cells() {
    return cells;
  }
}
