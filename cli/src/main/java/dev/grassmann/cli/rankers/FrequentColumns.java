package dev.grassmann.cli.rankers;

import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.run.Permutation;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Some rows of a wide table of counts, with the columns that say something about them: of tens of
 * thousands of words most occur in none of the rows or in one, and no ranker can learn from those.
 * Targets are not looked at, so rows that judge later give nothing away.
 *
 * @param rows how many are drawn
 * @param least in how many of these a column of numbers must not be zero
 */
record FrequentColumns(int rows, int least) {
  /** Of all rows of a table, each with the same chance; all of them where there are no more. */
  Table of(Table table, String target, RandomGenerator random) {
    int[] order = Permutation.fromTheEnd(table.rows(), random);
    int[] drawn = Arrays.copyOf(order, Math.min(rows, order.length));
    Arrays.sort(drawn);
    List<String> kept =
        table.columns().stream()
            .filter(column -> column.name().equals(target) || occurs(column, drawn))
            .map(Column::name)
            .toList();
    return table.select(kept).pick(drawn);
  }

  private boolean occurs(Column column, int[] drawn) {
    return !(column instanceof Column.Numeric numbers)
        || Arrays.stream(drawn).filter(row -> numbers.number(row) != 0).limit(least).count()
            == least;
  }
}
