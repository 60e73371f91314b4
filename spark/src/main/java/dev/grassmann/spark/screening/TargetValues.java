package dev.grassmann.spark.screening;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Column;
import dev.grassmann.spark.NumberedRows;
import dev.grassmann.spark.RowBlock;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The target of all rows, in the order of the DataFrame; sent to every executor.
 *
 * @param block what the values are
 * @param parts the values of each partition
 * @param rows how many there are in each
 */
record TargetValues(RowBlock block, List<Object> parts, int[] rows) implements Serializable {
  /**
   * Reads the target.
   *
   * @throws InputException where there are no rows, or more than an array has places
   */
  static TargetValues of(Dataset<Row> table, String name, String target) {
    RowBlock block = RowBlock.of(name, table.schema(), List.of(target));
    List<Slice> slices =
        table
            .select(NumberedRows.quoted(target))
            .toJavaRDD()
            .mapPartitions(rows -> List.of(whole(block, rows)).iterator())
            .collect();
    long count = slices.stream().mapToLong(Slice::rows).sum();
    if (count == 0) {
      throw new InputException("the table has no rows", "", "give at least one row");
    }
    if (count > Integer.MAX_VALUE - 8) {
      throw new InputException(
          String.format(java.util.Locale.ROOT, "%,d rows are more than a column can have", count),
          name,
          "screen a sample of the rows: beyond some millions scores hardly change");
    }
    List<Object> parts = slices.stream().map(slice -> slice.cells()[0]).toList();
    return new TargetValues(block, parts, slices.stream().mapToInt(Slice::rows).toArray());
  }

  private static Slice whole(RowBlock block, Iterator<Row> rows) {
    List<Row> all = new ArrayList<>();
    rows.forEachRemaining(all::add);
    return new Slice(all.size(), block.cells(all));
  }

  Column column() {
    return block.column(0, parts);
  }

  long count() {
    long count = 0;
    for (int part : rows) {
      count += part;
    }
    return count;
  }
}
