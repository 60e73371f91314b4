package dev.grassmann.tables;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The columns of a table as numbers, for methods that calculate with them: a column of numbers is
 * one feature, a column of categories is one feature a value or one in all. Numbers stay where the
 * table holds them: nothing is copied until a column or a row is asked for. Immutable.
 */
public final class DesignMatrix {
  /** How a column of categories becomes numbers. */
  public enum Encoding {
    /** One feature of 0 and 1 for each value; a missing value has a feature of its own. */
    ONE_HOT,
    /** One feature: the place of the value in the order of all values, from 0. */
    ORDINAL
  }

  /** What happens to numbers that are missing. */
  public enum Missing {
    /** The table is refused. */
    REFUSE,
    /** The mean of the column stands in. */
    MEAN
  }

  /** A column of categories with more values is an id: its one-hot features would say nothing. */
  private static final int MOST_VALUES = 1000;

  private final List<String> sources;
  private final List<DesignColumn> features;
  private final int rows;

  private DesignMatrix(List<String> sources, List<DesignColumn> features, int rows) {
    this.sources = List.copyOf(sources);
    this.features = List.copyOf(features);
    this.rows = rows;
  }

  /** All columns but the target, one-hot, nothing missing. */
  public static DesignMatrix of(Table table, String target) {
    return of(table, List.of(), target, Encoding.ONE_HOT, Missing.REFUSE);
  }

  /**
   * Chosen columns of a table as numbers.
   *
   * @param columns names, in this order; empty for all
   * @param target a column that is left out; empty where there is none
   * @throws InputException for a column that does not exist, a number that is missing (where that
   *     is refused) or infinite, a column of categories with more than 1,000 values to be one-hot,
   *     or no column at all
   */
  public static DesignMatrix of(
      Table table, List<String> columns, String target, Encoding encoding, Missing missing) {
    List<String> sources = new ArrayList<>();
    List<DesignColumn> features = new ArrayList<>();
    for (String name : columns.isEmpty() ? table.columnNames() : columns) {
      Column column = table.column(name);
      if (name.equals(target)) {
        continue;
      }
      int source = sources.size();
      sources.add(name);
      if (column instanceof Column.Numeric numeric) {
        features.add(numbers(numeric, source, missing, table.name()));
      } else {
        features.addAll(categories(table.categorical(name), source, encoding, table.name()));
      }
    }
    if (sources.isEmpty()) {
      throw new InputException(
          target.isEmpty()
              ? "no column is left"
              : "there is no column but the target '" + target + "'",
          table.name(),
          "give a table with columns to rank");
    }
    return new DesignMatrix(sources, features, table.rows());
  }

  public int rows() {
    return rows;
  }

  /** Number of features: at least one a source. */
  public int features() {
    return features.size();
  }

  /** Name of a feature: the column's, or {@code column=value}. */
  public String name(int feature) {
    return features.get(feature).name();
  }

  /** The columns of the table that features come from, in order. */
  public List<String> sources() {
    return sources;
  }

  /** Which of {@link #sources()} a feature comes from. */
  public int source(int feature) {
    return features.get(feature).source();
  }

  /** The number of a row in a feature; never NaN or infinite. */
  public double value(int row, int feature) {
    return features.get(feature).value(row);
  }

  /** Fills {@code target[0 .. rows())} with a feature. */
  public void copyColumn(int feature, double[] target) {
    DesignColumn column = features.get(feature);
    for (int row = 0; row < rows; row++) {
      target[row] = column.value(row);
    }
  }

  /** Fills {@code target[0 .. chosen.length)} with a feature at chosen rows. */
  public void copyColumn(int feature, int[] chosen, double[] target) {
    DesignColumn column = features.get(feature);
    for (int i = 0; i < chosen.length; i++) {
      target[i] = column.value(chosen[i]);
    }
  }

  /**
   * What features are worth as what their columns are worth: the sum over the features of each
   * source.
   *
   * @param scores one a feature
   * @return one a source
   */
  public double[] bySource(double[] scores) {
    double[] sum = new double[sources.size()];
    for (int j = 0; j < scores.length; j++) {
      sum[source(j)] += scores[j];
    }
    return sum;
  }

  private static DesignColumn numbers(
      Column.Numeric column, int source, Missing missing, String table) {
    double sum = 0;
    int present = 0;
    for (int row = 0; row < column.rows(); row++) {
      double number = column.number(row);
      if (Double.isInfinite(number)) {
        throw new InputException(
            "column '" + column.name() + "' holds " + number,
            table + " row " + (row + 1),
            "leave the row out or mend the number");
      }
      if (!Double.isNaN(number)) {
        sum += number;
        present++;
      }
    }
    int absent = column.rows() - present;
    if (absent > 0 && missing == Missing.REFUSE) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "column '%s' has %,d missing value%s",
              column.name(),
              absent,
              absent == 1 ? "" : "s"),
          table,
          present == 0 ? "leave the column out" : "fill them, or give --missing mean");
    }
    if (present == 0) {
      throw new InputException(
          "column '" + column.name() + "' has no value at all", table, "leave the column out");
    }
    return new DesignColumn.Number(column, source, sum / present);
  }

  private static List<DesignColumn> categories(
      Column.Categorical column, int source, Encoding encoding, String table) {
    Integer[] order = new Integer[column.values().size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> column.values().get(a).compareTo(column.values().get(b)));
    if (encoding == Encoding.ORDINAL) {
      int[] place = new int[order.length];
      for (int i = 0; i < order.length; i++) {
        place[order[i]] = i;
      }
      return List.of(new DesignColumn.Place(column, source, place));
    }
    if (order.length > MOST_VALUES) {
      throw new InputException(
          String.format(
              Locale.ROOT, "column '%s' has %,d values", column.name(), column.values().size()),
          table,
          "leave it out, or give --encoding ordinal");
    }
    List<DesignColumn> features = new ArrayList<>();
    for (int code : order) {
      features.add(new DesignColumn.OneHot(column, source, code));
    }
    return features;
  }
}
