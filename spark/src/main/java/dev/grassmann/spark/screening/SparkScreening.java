package dev.grassmann.spark.screening;

import dev.grassmann.core.InputException;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.run.Run;
import dev.grassmann.spark.Failures;
import dev.grassmann.spark.NumberedRows;
import dev.grassmann.spark.RowBlock;
import dev.grassmann.tables.screening.MiScreeningConfig;
import dev.grassmann.tables.screening.ScreenedColumn;
import dev.grassmann.tables.screening.ScreeningParts;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Screening by mutual information on a DataFrame. The rows of each partition are cut into slices, a
 * slice a block of columns; the slices of one block meet on one executor, where each column is put
 * together in the DataFrame's order and scored whole by {@link ScreeningParts}. Scores are those of
 * {@link dev.grassmann.tables.screening.MiScreening} on the same rows in the same order, to the
 * last bit, however the DataFrame is partitioned.
 *
 * <p>Cost, with n rows and c columns: one pass over the target, which is sent to every executor (8n
 * bytes), and one over all columns, which are sent once over the network (8nc bytes, before
 * compression). An executor's task holds a block of columns, 32 MiB or one column where that is
 * larger. The work is O(n log n) and two Fourier transforms of the grid a column, spread over the
 * executors; the driver receives some 30 bytes a column.
 */
public final class SparkScreening {
  private final MiScreeningConfig config;

  /**
   * @throws InputException where the config asks for clumps, which need all columns in one place
   */
  public SparkScreening(MiScreeningConfig config) {
    this.config = config;
    if (config.clump() > 0) {
      throw new InputException(
          "needs all columns in one place, which parts do not have",
          "--clump",
          "screen first, then clump the columns that are kept on one machine");
    }
  }

  /**
   * Ranks the columns of a DataFrame.
   *
   * @param name what it is called in messages and in the result
   * @throws InputException as {@link dev.grassmann.tables.screening.MiScreening}, where a column
   *     cannot be read, and where the rows come in other partitions the second time
   */
  public FeatureRanking rank(Dataset<Row> rows, String name, Run run) {
    ScreeningParts parts = new ScreeningParts(name, List.of(rows.columns()), config);
    List<String> columns = parts.columns();
    RowBlock block = RowBlock.of(name, rows.schema(), columns);
    JavaSparkContext spark = new JavaSparkContext(rows.sparkSession().sparkContext());
    Broadcast<TargetValues> sent = null;
    try {
      RowBlock targetBlock = RowBlock.of(name, rows.schema(), List.of(config.target()));
      TargetValues target =
          TargetValues.of(rows.select(NumberedRows.quoted(config.target())), targetBlock, name);
      // a target that is not fit is refused here
      parts.scorer(targetBlock.column(0, target.parts()), run);
      sent = spark.broadcast(target);
      Blocks blocks = Blocks.of(columns.size(), target.count(), spark.defaultParallelism());
      Column[] needed = columns.stream().map(NumberedRows::quoted).toArray(Column[]::new);
      List<ScreenedColumn> screened =
          JavaPairRDD.fromJavaRDD(
                  rows.select(needed)
                      .toJavaRDD()
                      .mapPartitionsWithIndex(new Slicing(block, blocks), true))
              .repartitionAndSortWithinPartitions(blocks.partitioner())
              .mapPartitions(new BlockScoring(parts, block, blocks, targetBlock, sent, run.seed()))
              .collect();
      screened = screened.stream().sorted(Comparator.comparingInt(ScreenedColumn::task)).toList();
      return parts.ranking(screened, target.count(), run);
    } catch (Exception e) {
      throw Failures.refusal(e);
    } finally {
      if (sent != null) {
        sent.destroy();
      }
    }
  }
}
