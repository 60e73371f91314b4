package dev.grassmann.spark.screening;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.run.Run;
import dev.grassmann.spark.RowBlock;
import dev.grassmann.tables.screening.ColumnScorer;
import dev.grassmann.tables.screening.ScreenedColumn;
import dev.grassmann.tables.screening.ScreeningParts;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/**
 * Puts the columns of one block after another together, and scores them. Slices come in the order
 * of their keys.
 *
 * @param parts how to score
 * @param block how cells become columns
 * @param blocks which columns go together
 * @param targetBlock how the target's values become a column
 * @param target the target's values, and how many rows each partition has
 * @param seed of the run
 */
record BlockScoring(
    ScreeningParts parts,
    RowBlock block,
    Blocks blocks,
    RowBlock targetBlock,
    Broadcast<TargetValues> target,
    long seed)
    implements FlatMapFunction<Iterator<Tuple2<SliceKey, Slice>>, ScreenedColumn> {

  @Override
  public Iterator<ScreenedColumn> call(Iterator<Tuple2<SliceKey, Slice>> slices) {
    if (!slices.hasNext()) {
      return List.<ScreenedColumn>of().iterator();
    }
    Run run = Run.builder().seed(seed).threads(1).build();
    ColumnScorer scorer = parts.scorer(targetBlock.column(0, target.value().parts()), run);
    int[] columnOf = new int[parts.tasks()];
    for (int task = 0; task < columnOf.length; task++) {
      columnOf[task] = parts.columnOf(task, run);
    }
    return new Iterator<>() {
      private Tuple2<SliceKey, Slice> next = slices.next();
      private Iterator<ScreenedColumn> scored = List.<ScreenedColumn>of().iterator();

      @Override
      public boolean hasNext() {
        return scored.hasNext() || next != null;
      }

      @Override
      public ScreenedColumn next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        if (!scored.hasNext()) {
          int of = next._1().block();
          List<Tuple2<SliceKey, Slice>> own = new ArrayList<>();
          while (next != null && next._1().block() == of) {
            own.add(next);
            next = slices.hasNext() ? slices.next() : null;
          }
          scored = scored(of, own, columnOf, scorer, run).iterator();
        }
        return scored.next();
      }
    };
  }

  private List<ScreenedColumn> scored(
      int of, List<Tuple2<SliceKey, Slice>> slices, int[] columnOf, ColumnScorer scorer, Run run) {
    requireTheRowsOfTheTarget(slices);
    Column[] columns = new Column[blocks.end(of) - blocks.first(of)];
    for (int c = 0; c < columns.length; c++) {
      int place = c;
      columns[c] =
          block.column(
              blocks.first(of) + c, slices.stream().map(s -> s._2().cells()[place]).toList());
      slices.forEach(slice -> slice._2().cells()[place] = null); // there once, not twice
    }
    List<ScreenedColumn> scored = new ArrayList<>();
    for (int task = 0; task < columnOf.length; task++) {
      int column = columnOf[task] - blocks.first(of);
      if (column >= 0 && column < columns.length) {
        scored.add(parts.score(task, columns[column], scorer, run));
      }
    }
    return scored;
  }

  private void requireTheRowsOfTheTarget(List<Tuple2<SliceKey, Slice>> slices) {
    int[] expected = target.value().rows();
    int[] rows = new int[expected.length];
    for (Tuple2<SliceKey, Slice> slice : slices) {
      rows[slice._1().partition()] += slice._2().rows();
    }
    for (int p = 0; p < rows.length; p++) {
      if (rows[p] != expected[p]) {
        throw new InputException(
            "partition " + p + " has " + rows[p] + " rows, not " + expected[p],
            "",
            "the rows came in other partitions the second time: cache the table, or write it to a"
                + " file and screen that");
      }
    }
  }
}
