package dev.grassmann.spark;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import java.io.Serializable;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructType;

/**
 * Rows of a DataFrame as a {@link Table}: numbers as numbers; texts, truth values, dates and times
 * as texts; null is a missing value.
 */
public final class RowBlock implements Serializable {
  /** Beyond this, not every whole number is a double. */
  private static final long EXACT = 1L << 53;

  private final String table;
  private final List<String> names;
  private final boolean[] numeric;
  private final boolean[] whole;

  private RowBlock(String table, List<String> names, boolean[] numeric, boolean[] whole) {
    this.table = table;
    this.names = List.copyOf(names);
    this.numeric = numeric;
    this.whole = whole;
  }

  /**
   * @param table what the table is called in messages
   * @param names the first columns of the rows to come, in their order
   * @throws InputException where a column holds lists, structures or bytes
   */
  public static RowBlock of(String table, StructType schema, List<String> names) {
    boolean[] numeric = new boolean[names.size()];
    boolean[] whole = new boolean[names.size()];
    for (int c = 0; c < numeric.length; c++) {
      DataType type = schema.apply(names.get(c)).dataType();
      whole[c] =
          List.of(
                  DataTypes.ByteType,
                  DataTypes.ShortType,
                  DataTypes.IntegerType,
                  DataTypes.LongType)
              .contains(type);
      numeric[c] =
          whole[c]
              || type.equals(DataTypes.FloatType)
              || type.equals(DataTypes.DoubleType)
              || type instanceof DecimalType;
      if (!numeric[c] && !isText(type)) {
        throw new InputException(
            "column '" + names.get(c) + "' holds values of type " + type.simpleString(),
            table,
            "cast it to a number or to string, or leave it out");
      }
    }
    return new RowBlock(table, names, numeric, whole);
  }

  private static boolean isText(DataType type) {
    String name = type.typeName();
    return List.of("string", "boolean", "date", "timestamp", "timestamp_ntz", "void").contains(name)
        || name.startsWith("varchar")
        || name.startsWith("char");
  }

  /**
   * A table of these rows.
   *
   * @throws InputException for whole numbers beyond 2^53
   */
  public Table table(List<Row> rows) {
    Object[] cells = cells(rows);
    List<Column> columns = new ArrayList<>();
    for (int c = 0; c < cells.length; c++) {
      columns.add(column(c, List.of(cells[c])));
    }
    return new Table(table, columns);
  }

  /**
   * The values of these rows, column by column: an array of double, NaN where missing, or of
   * String, null where missing.
   *
   * @throws InputException for whole numbers beyond 2^53
   */
  public Object[] cells(List<Row> rows) {
    Object[] cells = new Object[numeric.length];
    for (int c = 0; c < cells.length; c++) {
      cells[c] = numeric[c] ? numbers(rows, c) : texts(rows, c);
    }
    return cells;
  }

  /**
   * A column of what {@link #cells} gave.
   *
   * @param c its place
   * @param parts one array or more, which are put one after another
   */
  public Column column(int c, List<Object> parts) {
    int rows = 0;
    for (Object part : parts) {
      rows += Array.getLength(part);
    }
    Object all =
        parts.size() == 1 ? parts.get(0) : numeric[c] ? new double[rows] : new String[rows];
    int filled = 0;
    for (Object part : parts) {
      System.arraycopy(part, 0, all, filled, Array.getLength(part));
      filled += Array.getLength(part);
    }
    return numeric[c]
        ? new Column.Numeric(names.get(c), (double[]) all, whole[c])
        : new Column.Text(names.get(c), (String[]) all);
  }

  private double[] numbers(List<Row> rows, int c) {
    double[] numbers = new double[rows.size()];
    for (int i = 0; i < numbers.length; i++) {
      Object value = rows.get(i).get(c);
      numbers[i] = value == null ? Double.NaN : ((Number) value).doubleValue();
      boolean exact =
          !(value instanceof Long big && Math.abs(big) >= EXACT)
              && !(value instanceof BigDecimal decimal
                  && decimal.compareTo(BigDecimal.valueOf(numbers[i])) != 0);
      if (!exact) {
        throw new InputException(
            "column '" + names.get(c) + "' holds " + value + ", which no double can hold",
            table,
            "cast the column to string, so that each number is a value of its own");
      }
    }
    return numbers;
  }

  private static String[] texts(List<Row> rows, int c) {
    String[] texts = new String[rows.size()];
    for (int i = 0; i < texts.length; i++) {
      Object value = rows.get(i).get(c);
      texts[i] = value == null ? null : value.toString();
    }
    return texts;
  }
}
