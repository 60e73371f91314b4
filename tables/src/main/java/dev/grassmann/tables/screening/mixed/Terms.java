package dev.grassmann.tables.screening.mixed;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Columns of a design, from terms as one writes them: {@code time}, {@code time^3}, {@code
 * time:dose}. A column of categories becomes one column of 0 and 1 for each value but the first.
 *
 * @param names of the columns
 * @param columns one array each, a number a row
 */
record Terms(List<String> names, List<double[]> columns) {
  /** More would say nothing in a model of a handful of effects. */
  private static final int MOST_VALUES = 100;

  private static final int HIGHEST_POWER = 9;

  /**
   * @param option that the terms come from, for messages
   * @throws InputException for a column that does not exist or has a missing or infinite number, a
   *     power of a category or beyond 9, or more than 100 categories
   */
  static Terms of(Table table, List<String> terms, String option) {
    List<String> names = new ArrayList<>();
    List<double[]> columns = new ArrayList<>();
    for (String term : terms) {
      Terms product = new Terms(List.of(""), List.of(ones(table.rows())));
      for (String part : term.split(":", -1)) {
        product = product.times(part(table, part.strip(), option));
      }
      names.addAll(product.names());
      columns.addAll(product.columns());
    }
    return new Terms(names, columns);
  }

  private static double[] ones(int rows) {
    double[] ones = new double[rows];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** Every column times every column of the other. */
  private Terms times(Terms other) {
    List<String> product = new ArrayList<>();
    List<double[]> numbers = new ArrayList<>();
    for (int a = 0; a < names.size(); a++) {
      for (int b = 0; b < other.names.size(); b++) {
        String name = names.get(a);
        product.add(name.isEmpty() ? other.names.get(b) : name + ":" + other.names.get(b));
        double[] own = columns.get(a).clone();
        for (int i = 0; i < own.length; i++) {
          own[i] *= other.columns.get(b)[i];
        }
        numbers.add(own);
      }
    }
    return new Terms(product, numbers);
  }

  private static Terms part(Table table, String part, String option) {
    int caret = part.lastIndexOf('^');
    boolean power = caret > 0 && !table.has(part);
    String name = power ? part.substring(0, caret).strip() : part;
    Column column = table.column(name);
    if (column instanceof Column.Numeric numeric) {
      int exponent = power ? exponent(part, part.substring(caret + 1).strip(), option) : 1;
      return new Terms(List.of(part), List.of(numbers(numeric, exponent, table.name())));
    }
    if (power) {
      throw new InputException(
          "'" + part + "' is a power of categories", option, "name a column of numbers");
    }
    return categories(table.categorical(name), table.name());
  }

  private static int exponent(String part, String text, String option) {
    if (!text.matches("[1-9]")) {
      throw new InputException(
          "'" + part + "' has no power from 1 to " + HIGHEST_POWER, option, "write e.g. time^2");
    }
    return Integer.parseInt(text);
  }

  static double[] numbers(Column.Numeric column, int exponent, String table) {
    double[] numbers = column.toArray();
    for (int i = 0; i < numbers.length; i++) {
      if (!Double.isFinite(numbers[i])) {
        String what = Double.isNaN(numbers[i]) ? "has no value" : "holds " + numbers[i];
        throw new InputException(
            "column '" + column.name() + "' " + what,
            table + " row " + (i + 1),
            "leave the row out or fill it");
      }
      numbers[i] = Math.pow(numbers[i], exponent);
    }
    return numbers;
  }

  private static Terms categories(Column.Categorical column, String table) {
    List<String> values = column.values();
    if (values.size() > MOST_VALUES) {
      throw new InputException(
          String.format(Locale.ROOT, "column '%s' has %,d values", column.name(), values.size()),
          table,
          "leave it out");
    }
    Integer[] order = new Integer[values.size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> values.get(a).compareTo(values.get(b)));
    List<String> names = new ArrayList<>();
    List<double[]> columns = new ArrayList<>();
    for (int v = 1; v < order.length; v++) {
      names.add(column.name() + "=" + values.get(order[v]));
      double[] own = new double[column.rows()];
      for (int i = 0; i < own.length; i++) {
        own[i] = column.code(i) == order[v] ? 1 : 0;
      }
      columns.add(own);
    }
    return new Terms(names, columns);
  }
}
