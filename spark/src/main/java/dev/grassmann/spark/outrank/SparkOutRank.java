package dev.grassmann.spark.outrank;

import static dev.grassmann.spark.NumberedRows.quoted;

import dev.grassmann.core.InputException;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.run.Run;
import dev.grassmann.spark.Failures;
import dev.grassmann.spark.NumberedRows;
import dev.grassmann.spark.RowBlock;
import dev.grassmann.tables.outrank.Layout;
import dev.grassmann.tables.outrank.OutRankConfig;
import dev.grassmann.tables.outrank.OutRankPart;
import dev.grassmann.tables.outrank.OutRankParts;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * OutRank on a DataFrame of any length. Rows are numbered in the DataFrame's order, dealt out into
 * batches as one machine would, each batch is brought to one executor and scored there by {@link
 * OutRankParts}, and the driver takes medians. Scores are those of {@link
 * dev.grassmann.tables.outrank.OutRank} on the same rows in the same order, to the last bit,
 * however the DataFrame is partitioned.
 *
 * <p>Cost: one pass that counts rows, one that sends each needed column once over the network, and
 * per batch what one machine pays; the driver receives eight bytes a batch and score. With
 * cardinalities, each distinct value of each batch is sent once more, as twelve bytes.
 */
public final class SparkOutRank {
  /** Enough that one slow task holds up little, few enough that starting them costs little. */
  private static final int TASKS_A_CORE = 8;

  private final OutRankConfig config;
  private final boolean cardinalities;

  /** With cardinalities. */
  public SparkOutRank(OutRankConfig config) {
    this(config, true);
  }

  /**
   * @param cardinalities whether the distinct values of each column are counted, which the scores
   *     do not need
   */
  public SparkOutRank(OutRankConfig config, boolean cardinalities) {
    this.config = config;
    this.cardinalities = cardinalities;
  }

  /**
   * Ranks the columns of a DataFrame.
   *
   * @param name what it is called in messages and in the result
   * @throws InputException as {@link OutRankParts}, and where a column cannot be read
   */
  public FeatureRanking rank(Dataset<Row> rows, String name, Run run) {
    OutRankParts parts = new OutRankParts(name, List.of(rows.columns()), config);
    List<String> columns = parts.columns();
    RowBlock block = RowBlock.of(name, rows.schema(), columns);
    Column[] needed = columns.stream().map(NumberedRows::quoted).toArray(Column[]::new);
    NumberedRows numbered = NumberedRows.of(rows.select(needed));
    Layout layout = parts.layout(numbered.count(), run);
    BatchScoring scoring =
        new BatchScoring(parts, block, Sizes.of(layout), cardinalities, run.seed());
    JavaRDD<ScoredBatch> scored =
        batches(numbered, columns, layout)
            .toJavaRDD()
            .mapPartitions(scoring)
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      List<OutRankPart> found = scored.map(ScoredBatch::part).collect();
      long[] values = cardinalities ? values(scored, columns.size(), rows) : new long[0];
      return parts.ranking(found, values, run);
    } catch (Exception e) {
      throw Failures.refusal(e);
    } finally {
      scored.unpersist(false);
    }
  }

  /** The rows that are scored, each batch in one partition, sorted. */
  private static Dataset<Row> batches(NumberedRows numbered, List<String> columns, Layout layout) {
    String place = NumberedRows.free("grassmann place", columns.toArray(String[]::new));
    String batch = NumberedRows.free("grassmann batch", columns.toArray(String[]::new));
    Column after = quoted(place).plus(1);
    Dataset<Row> kept = numbered.with(place);
    if (layout.step() > 1) {
      kept =
          kept.where(functions.pmod(after, functions.lit((long) layout.step())).equalTo(0L))
              .withColumn(place, after.divide(layout.step()).cast("long").minus(1L));
    }
    List<Column> order = new ArrayList<>(columns.stream().map(NumberedRows::quoted).toList());
    order.add(quoted(batch));
    order.add(quoted(place));
    int most = TASKS_A_CORE * kept.sparkSession().sparkContext().defaultParallelism();
    int partitions = Math.min(layout.batches(), most);
    // neighbouring batches share a partition where there are more of them
    Column partition =
        functions
            .floor(quoted(batch).cast("long").multiply((long) partitions).divide(layout.batches()))
            .cast("int");
    return kept.where(quoted(place).lt(layout.scored()))
        .withColumn(batch, quoted(place).divide(layout.batch()).cast("int"))
        .select(order.toArray(Column[]::new))
        .repartitionById(partitions, partition)
        .sortWithinPartitions(quoted(place));
  }

  private static long[] values(JavaRDD<ScoredBatch> scored, int columns, Dataset<Row> rows) {
    JavaRDD<Row> prints =
        scored.flatMap(
            batch -> {
              List<Row> own = new ArrayList<>();
              for (int c = 0; c < batch.prints().length; c++) {
                for (long print : batch.prints()[c]) {
                  own.add(RowFactory.create(c, print));
                }
              }
              return own.iterator();
            });
    StructType schema =
        new StructType()
            .add("column", DataTypes.IntegerType, false)
            .add("print", DataTypes.LongType, false);
    long[] values = new long[columns];
    rows.sparkSession()
        .createDataFrame(prints, schema)
        .distinct()
        .groupBy("column")
        .count()
        .collectAsList()
        .forEach(row -> values[row.getInt(0)] = row.getLong(1));
    return values;
  }
}
