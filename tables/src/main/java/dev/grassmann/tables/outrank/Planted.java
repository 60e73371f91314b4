package dev.grassmann.tables.outrank;

import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;

/** Tables whose truth is known, for the claims. */
final class Planted {
  /** Values that a column of the haystack takes: 10 to 99. */
  private static final int LOWEST = 10;

  private static final int VALUES = 90;

  private Planted() {}

  /** Whole numbers, one a row. */
  static Column column(String name, int rows, IntUnaryOperator value) {
    double[] numbers = new double[rows];
    for (int row = 0; row < rows; row++) {
      numbers[row] = value.applyAsInt(row);
    }
    return new Column.Numeric(name, numbers, true);
  }

  /** Values 0 to {@code cardinality - 1}, drawn uniformly. */
  static Codes noise(int rows, int cardinality, SplittableRandom random) {
    return Codes.dense(random.ints(rows, 0, cardinality).toArray(), cardinality);
  }

  /** What a label is made of: the values of f30 and f50 in one row. */
  @FunctionalInterface
  interface Label {
    int of(int f30, int f50);
  }

  /** 100 columns f0 to f99 of uniform values 10 to 99, and a label that two of them know. */
  static Table haystack(int rows, Label label, Run run) {
    SplittableRandom random = run.random("outrank haystack");
    List<Column> columns = new ArrayList<>();
    int[][] values = new int[100][];
    for (int f = 0; f < values.length; f++) {
      int[] own = random.ints(rows, LOWEST, LOWEST + VALUES).toArray();
      values[f] = own;
      columns.add(column("f" + f, rows, row -> own[row]));
    }
    columns.add(column("label", rows, row -> label.of(values[30][row], values[50][row])));
    return new Table("haystack", columns);
  }

  /** A strong column, its exact copy, a weaker one and noise; the label knows strong and weak. */
  static Table copied(int rows, Run run) {
    SplittableRandom random = run.random("outrank copies");
    int[] strong = random.ints(rows, 0, 20).toArray();
    int[] weak = random.ints(rows, 0, 20).toArray();
    List<Column> columns = new ArrayList<>();
    columns.add(column("strong", rows, row -> strong[row]));
    columns.add(column("copy", rows, row -> strong[row]));
    for (int f = 0; f < 10; f++) {
      int[] noise = random.ints(rows, 0, 20).toArray();
      columns.add(column("noise" + f, rows, row -> noise[row]));
    }
    columns.add(column("weak", rows, row -> weak[row]));
    columns.add(column("label", rows, row -> (strong[row] < 10 ? 2 : 0) + (weak[row] < 5 ? 1 : 0)));
    return new Table("copied", columns);
  }
}
