package dev.grassmann.spark;

import dev.grassmann.core.InputException;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * A DataFrame whose rows know their number, 0 to n - 1, in the order of its partitions: one pass
 * counts the partitions, then each row's number follows from its place in its partition. The same
 * rows must come in the same partitions each time; who reads a table that another job writes to, or
 * orders by columns with ties, caches it first.
 */
public final class NumberedRows {
  /** Spark's own numbering: the partition in the upper bits, the place in the lower 33. */
  private static final int PLACE_BITS = 33;

  private final Dataset<Row> marked;
  private final String mark;
  private final long[] offsets;

  private NumberedRows(Dataset<Row> marked, String mark, long[] offsets) {
    this.marked = marked;
    this.mark = mark;
    this.offsets = offsets;
  }

  /**
   * Counts the rows.
   *
   * @throws InputException where there are none
   */
  public static NumberedRows of(Dataset<Row> rows) {
    String mark = free("grassmann row", rows.columns());
    Dataset<Row> marked = rows.withColumn(mark, functions.monotonically_increasing_id());
    Column partition = functions.shiftright(quoted(mark), PLACE_BITS).cast("int");
    List<Row> counts =
        marked.select(partition.as("partition")).groupBy("partition").count().collectAsList();
    int partitions = counts.stream().mapToInt(row -> row.getInt(0) + 1).max().orElse(0);
    long[] offsets = new long[partitions + 1];
    counts.forEach(row -> offsets[row.getInt(0) + 1] = row.getLong(1));
    Arrays.parallelPrefix(offsets, Long::sum);
    if (offsets[partitions] == 0) {
      throw new InputException("the table has no rows", "", "give at least one row");
    }
    return new NumberedRows(marked, mark, offsets);
  }

  /** Number of rows, n. */
  public long count() {
    return offsets[offsets.length - 1];
  }

  /** The rows with a column of their numbers, called {@code name}. */
  public Dataset<Row> with(String name) {
    Column partition = functions.shiftright(quoted(mark), PLACE_BITS).cast("int");
    Column place = quoted(mark).bitwiseAND((1L << PLACE_BITS) - 1);
    Column first = functions.element_at(functions.lit(offsets), partition.plus(1));
    return marked.withColumn(name, first.plus(place)).drop(mark);
  }

  /** A column of any name, dots and spaces included. */
  public static Column quoted(String name) {
    return functions.col("`" + name.replace("`", "``") + "`");
  }

  /** A name that no column has. */
  public static String free(String wish, String... taken) {
    String name = wish;
    while (Arrays.asList(taken).contains(name)) {
      name += "_";
    }
    return name;
  }
}
