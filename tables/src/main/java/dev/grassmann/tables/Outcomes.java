package dev.grassmann.tables;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a supervised method explains: a class or a number a row. */
public sealed interface Outcomes {
  /** What kind of outcome a column is taken for. */
  enum Task {
    /**
     * Classes where the column holds categories, or whole numbers of at most 20 different values;
     * else numbers.
     */
    AUTO,
    CLASSIFICATION,
    REGRESSION
  }

  /** Name of the column. */
  String name();

  int rows();

  /** Outcomes of some rows, in this order; classes stay the same, whether they occur or not. */
  Outcomes pick(int[] rows);

  /**
   * Classes.
   *
   * @param codes class of each row, 0 to {@code classes.size() - 1}
   * @param classes names of the classes, ascending (by number where all are numbers); at least two
   */
  record Classes(String name, int[] codes, List<String> classes) implements Outcomes {
    @Override
    public int rows() {
      return codes.length;
    }

    @Override
    public Classes pick(int[] rows) {
      return new Classes(name, Arrays.stream(rows).map(row -> codes[row]).toArray(), classes);
    }
  }

  /**
   * Numbers.
   *
   * @param values one a row, finite, not all equal
   */
  record Numbers(String name, double[] values) implements Outcomes {
    @Override
    public int rows() {
      return values.length;
    }

    @Override
    public Numbers pick(int[] rows) {
      return new Numbers(name, Arrays.stream(rows).mapToDouble(row -> values[row]).toArray());
    }
  }

  /** Whole numbers of more different values are taken for quantities. */
  int MOST_CLASSES = 20;

  /**
   * The outcomes in a column.
   *
   * @throws InputException where there is no such column, a value is missing or infinite, all are
   *     equal, or numbers are asked of a column of text
   */
  static Outcomes of(Table table, String target, Task task) {
    Column column = table.column(target);
    requirePresent(column, table);
    boolean numeric = column instanceof Column.Numeric;
    if (task == Task.REGRESSION && !numeric) {
      throw new InputException(
          "target '" + target + "' holds text, not numbers",
          table.name(),
          "give --task classification");
    }
    Outcomes outcomes =
        numeric
                && (task == Task.REGRESSION
                    || task == Task.AUTO && isQuantity((Column.Numeric) column))
            ? numbers((Column.Numeric) column, table)
            : classes(table.categorical(target), numeric);
    requireTwo(outcomes, column, table);
    return outcomes;
  }

  private static boolean isQuantity(Column.Numeric column) {
    Set<Double> seen = new HashSet<>();
    for (int row = 0; row < column.rows(); row++) {
      double number = column.number(row);
      if (number != Math.rint(number) || seen.add(number + 0.0) && seen.size() > MOST_CLASSES) {
        return true;
      }
    }
    return false;
  }

  private static Numbers numbers(Column.Numeric column, Table table) {
    double[] values = column.toArray();
    for (int row = 0; row < values.length; row++) {
      if (Double.isInfinite(values[row])) {
        throw new InputException(
            "target '" + column.name() + "' holds " + values[row],
            table.name() + " row " + (row + 1),
            "leave the row out or mend the number");
      }
    }
    return new Numbers(column.name(), values);
  }

  private static Classes classes(Column.Categorical column, boolean numeric) {
    Integer[] order = new Integer[column.values().size()];
    Arrays.setAll(order, i -> i);
    List<String> values = column.values();
    Arrays.sort(
        order,
        (a, b) ->
            numeric
                ? Double.compare(
                    Double.parseDouble(values.get(a)), Double.parseDouble(values.get(b)))
                : values.get(a).compareTo(values.get(b)));
    int[] place = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      place[order[i]] = i;
    }
    int[] codes = new int[column.rows()];
    Arrays.setAll(codes, row -> place[column.code(row)]);
    return new Classes(column.name(), codes, Arrays.stream(order).map(values::get).toList());
  }

  private static void requirePresent(Column column, Table table) {
    int missing = 0;
    for (int row = 0; row < column.rows(); row++) {
      missing += column.isMissing(row) ? 1 : 0;
    }
    if (missing > 0) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "target '%s' has %,d missing value%s",
              column.name(),
              missing,
              missing == 1 ? "" : "s"),
          table.name(),
          "leave those rows out");
    }
  }

  private static void requireTwo(Outcomes outcomes, Column column, Table table) {
    boolean one =
        outcomes instanceof Classes classes
            ? classes.classes().size() < 2
            : Arrays.stream(((Numbers) outcomes).values()).distinct().limit(2).count() < 2;
    if (one) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "target '%s' has one value ('%s') in all %,d rows",
              column.name(),
              column.text(0),
              column.rows()),
          table.name(),
          "give a target with at least two values");
    }
  }
}
