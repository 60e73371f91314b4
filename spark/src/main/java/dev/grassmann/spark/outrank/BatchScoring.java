package dev.grassmann.spark.outrank;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.run.Run;
import dev.grassmann.spark.RowBlock;
import dev.grassmann.tables.outrank.OutRankPart;
import dev.grassmann.tables.outrank.OutRankParts;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;

/**
 * Scores the batches of one partition, one after another, with one batch's rows in memory at a
 * time. Rows end in two numbers of their own: the batch and the place; they come sorted by place.
 *
 * @param parts how to score
 * @param block how rows become a table
 * @param sizes rows that each batch must have
 * @param counts whether distinct values are to be counted
 * @param seed of the run
 */
record BatchScoring(OutRankParts parts, RowBlock block, Sizes sizes, boolean counts, long seed)
    implements FlatMapFunction<Iterator<Row>, ScoredBatch> {

  @Override
  public Iterator<ScoredBatch> call(Iterator<Row> rows) {
    return new Iterator<>() {
      private Row next = rows.hasNext() ? rows.next() : null;

      @Override
      public boolean hasNext() {
        return next != null;
      }

      @Override
      public ScoredBatch next() {
        if (next == null) {
          throw new NoSuchElementException();
        }
        int batch = batch(next);
        List<Row> own = new ArrayList<>();
        while (next != null && batch(next) == batch) {
          own.add(next);
          next = rows.hasNext() ? rows.next() : null;
        }
        return scored(batch, own);
      }
    };
  }

  private static int batch(Row row) {
    return row.getInt(row.length() - 2);
  }

  private ScoredBatch scored(int batch, List<Row> rows) {
    if (rows.size() != sizes.of(batch)) {
      throw new InputException(
          "batch " + batch + " has " + rows.size() + " rows, not " + sizes.of(batch),
          "",
          "the rows came in other partitions the second time: cache the table, or write it to a"
              + " file and rank that");
    }
    Table table = block.table(rows);
    Run run = Run.builder().seed(seed).threads(1).build();
    OutRankPart part = parts.score(table, batch, run);
    long[][] prints = new long[0][];
    if (counts) {
      List<String> columns = parts.columns();
      prints = new long[columns.size()][];
      for (int c = 0; c < prints.length; c++) {
        prints[c] = parts.prints(table, columns.get(c));
      }
    }
    return new ScoredBatch(part, prints);
  }
}
