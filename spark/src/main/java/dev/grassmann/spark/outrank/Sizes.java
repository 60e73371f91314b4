package dev.grassmann.spark.outrank;

import dev.grassmann.tables.outrank.Layout;
import java.io.Serializable;

/**
 * Rows of every batch: all have the same number but the last.
 *
 * @param batches how many there are
 */
record Sizes(int batches, int each, int last) implements Serializable {
  static Sizes of(Layout layout) {
    return new Sizes(layout.batches(), layout.batch(), layout.rowsOf(layout.batches() - 1));
  }

  int of(int batch) {
    return batch == batches - 1 ? last : each;
  }
}
