package dev.grassmann.cli.rankers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FrequentColumnsTest {
  private static final Table COUNTS =
      new Table(
          "counts",
          List.of(
              new Column.Numeric("target", new double[] {0, 0, 0, 1}, true),
              new Column.Numeric("the", new double[] {2, 1, 1.5, 5}, false),
              new Column.Numeric("twice", new double[] {0, 3, 0, -1}, true),
              new Column.Numeric("once", new double[] {0, 9, 0, 0}, true),
              new Column.Numeric("never", new double[] {0, 0, 0, 0}, true)));

  @Test
  void wordsOfTooFewRowsAreLeftOutAndTheTargetStays() {
    Table table = new FrequentColumns(9, 2).of(COUNTS, "target", new SplittableRandom(0));
    assertEquals(List.of("target", "the", "twice"), table.columnNames());
    assertArrayEquals(new double[] {2, 1, 1.5, 5}, numbers(table, "the"));
  }

  @Test
  void onlyTheRowsThatAreDrawnCount() {
    for (int seed = 0; seed < 20; seed++) {
      Table table = new FrequentColumns(2, 1).of(COUNTS, "target", new SplittableRandom(seed));
      assertEquals(2, table.rows(), "seed " + seed);
      boolean second = seen(table, "twice", 3);
      boolean last = seen(table, "the", 5);
      assertEquals(second || last, table.has("twice"), "seed " + seed);
      assertEquals(second, table.has("once"), "seed " + seed);
      assertFalse(table.has("never"), "seed " + seed);
    }
  }

  @Test
  void theOrderOfRowsIsKept() {
    Table table = new FrequentColumns(3, 1).of(COUNTS, "target", new SplittableRandom(1));
    List<Double> order = List.of(2.0, 1.0, 1.5, 5.0);
    List<Double> drawn = Arrays.stream(numbers(table, "the")).boxed().toList();
    assertEquals(order.stream().filter(drawn::contains).toList(), drawn);
  }

  private static double[] numbers(Table table, String column) {
    return ((Column.Numeric) table.column(column)).toArray();
  }

  private static boolean seen(Table table, String column, double number) {
    return table.has(column)
        && Arrays.stream(numbers(table, column)).anyMatch(seen -> seen == number);
  }
}
