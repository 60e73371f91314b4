package dev.grassmann.spark.screening;

import dev.grassmann.spark.RowBlock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/**
 * Cuts the rows of one partition into slices, a slice a block of columns, with the rows of one
 * slice in memory at a time.
 *
 * @param block how rows become columns
 * @param blocks which columns go together
 */
record Slicing(RowBlock block, Blocks blocks)
    implements Function2<Integer, Iterator<Row>, Iterator<Tuple2<SliceKey, Slice>>> {
  /** Cells of the rows that are held at a time: as Spark's rows hold them, some 30 MiB. */
  private static final int MOST_CELLS = 1 << 20;

  @Override
  public Iterator<Tuple2<SliceKey, Slice>> call(Integer partition, Iterator<Row> rows) {
    int most = Math.max(1, MOST_CELLS / blocks.columns());
    return new Iterator<>() {
      private final Deque<Tuple2<SliceKey, Slice>> cut = new ArrayDeque<>();
      private int place;

      @Override
      public boolean hasNext() {
        return !cut.isEmpty() || rows.hasNext();
      }

      @Override
      public Tuple2<SliceKey, Slice> next() {
        if (cut.isEmpty()) {
          List<Row> some = new ArrayList<>();
          while (some.size() < most && rows.hasNext()) {
            some.add(rows.next());
          }
          cut(some, partition, place++, cut);
        }
        return cut.remove();
      }
    };
  }

  private void cut(
      List<Row> rows, int partition, int place, Deque<Tuple2<SliceKey, Slice>> slices) {
    Object[] cells = block.cells(rows);
    for (int b = 0; b < blocks.count(); b++) {
      Object[] own = Arrays.copyOfRange(cells, blocks.first(b), blocks.end(b));
      slices.add(new Tuple2<>(new SliceKey(b, partition, place), new Slice(rows.size(), own)));
    }
  }
}
