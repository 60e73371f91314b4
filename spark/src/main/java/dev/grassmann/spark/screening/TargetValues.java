package dev.grassmann.spark.screening;

import dev.grassmann.core.InputException;
import dev.grassmann.spark.RowBlock;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The target of all rows, in the order of the DataFrame; sent to every executor.
 *
 * <p>No record: Kryo as Spark has it, which many clusters send with, can read none.
 */
final class TargetValues implements Serializable {
  /** Places of an array, at most. */
  private static final int MOST_ROWS = Integer.MAX_VALUE - 8;

  private final Object[] parts;
  private final int[] rows;

  private TargetValues(Object[] parts, int[] rows) {
    this.parts = parts;
    this.rows = rows;
  }

  /**
   * Reads the target.
   *
   * @param table the target's column alone
   * @param block how it becomes a column
   * @param name what the table is called
   * @throws InputException where there are no rows, or more than an array has places
   */
  static TargetValues of(Dataset<Row> table, RowBlock block, String name) {
    List<Slice> slices =
        table.toJavaRDD().mapPartitions(rows -> List.of(whole(block, rows)).iterator()).collect();
    long count = slices.stream().mapToLong(Slice::rows).sum();
    if (count == 0) {
      throw new InputException("the table has no rows", "", "give at least one row");
    }
    if (count > MOST_ROWS) {
      throw new InputException(
          String.format(Locale.ROOT, "%,d rows are more than a column can have", count),
          name,
          "screen a sample of the rows: beyond some millions scores hardly change");
    }
    return new TargetValues(
        slices.stream().map(slice -> slice.cells()[0]).toArray(),
        slices.stream().mapToInt(Slice::rows).toArray());
  }

  private static Slice whole(RowBlock block, Iterator<Row> rows) {
    List<Row> all = new ArrayList<>();
    rows.forEachRemaining(all::add);
    return new Slice(all.size(), block.cells(all));
  }

  /** The values of each partition. */
  List<Object> parts() {
    return List.of(parts);
  }

  /** How many rows each partition has. */
  int[] rows() {
    return rows;
  }

  long count() {
    long count = 0;
    for (int part : rows) {
      count += part;
    }
    return count;
  }
}
