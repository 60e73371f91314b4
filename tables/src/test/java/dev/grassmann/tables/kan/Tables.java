package dev.grassmann.tables.kan;

import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;

/** Small tables whose truth is known. */
final class Tables {
  private Tables() {}

  static Column numbers(String name, int rows, IntToDoubleFunction value) {
    double[] numbers = new double[rows];
    for (int row = 0; row < rows; row++) {
      numbers[row] = value.applyAsDouble(row);
    }
    return new Column.Numeric(name, numbers, false);
  }

  static Column texts(String name, int rows, IntFunction<String> value) {
    String[] texts = new String[rows];
    for (int row = 0; row < rows; row++) {
      texts[row] = value.apply(row);
    }
    return new Column.Text(name, texts);
  }

  static Table table(Column... columns) {
    return new Table("table", List.of(columns));
  }

  /**
   * A square about the middle, which no linear method sees, a column of text that matters, a
   * constant, and noise.
   *
   * @param classes whether the outcome is one of two words, or a number
   */
  static Table square(int rows, boolean classes) {
    SplittableRandom random = new SplittableRandom(3);
    double[] x = random.doubles(rows, 10, 20).toArray();
    int[] code = random.ints(rows, 0, 3).toArray();
    double[] y = new double[rows];
    for (int row = 0; row < rows; row++) {
      double square = (x[row] - 15) * (x[row] - 15) / 25;
      y[row] = 1000 * (square + (code[row] == 2 ? 0.4 : 0) + 0.05 * random.nextGaussian());
    }
    List<Column> columns = new ArrayList<>();
    columns.add(numbers("noise0", rows, row -> random.nextGaussian()));
    columns.add(numbers("x", rows, row -> x[row]));
    columns.add(numbers("constant", rows, row -> 7));
    columns.add(texts("kind", rows, row -> List.of("a", "b", "c").get(code[row])));
    columns.add(numbers("noise1", rows, row -> random.nextGaussian()));
    columns.add(
        classes
            ? texts("y", rows, row -> y[row] > 450 ? "high" : "low")
            : numbers("y", rows, row -> y[row]));
    return new Table("square", columns);
  }
}
