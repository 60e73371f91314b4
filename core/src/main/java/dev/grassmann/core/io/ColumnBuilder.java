package dev.grassmann.core.io;

import dev.grassmann.core.data.Column;

/** Collects one column's values, slot by slot; a slot never filled is missing. */
sealed interface ColumnBuilder permits NumberBuilder, WholeBuilder, TextBuilder {
  /** Makes room for slots {@code 0 .. slots - 1}. */
  void reserve(int slots);

  /**
   * The column.
   *
   * @param rows slots filled
   * @param order slot of each row, or empty where row i lies in slot i
   */
  Column build(String name, int rows, int[] order);

  /** Room to allocate when {@code needed} slots are: doubling, within what an array can hold. */
  static int room(int present, int needed) {
    return (int) Math.min(Integer.MAX_VALUE - 8, Math.max(needed, 2L * present));
  }
}
