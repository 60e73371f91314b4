package dev.grassmann.core.data;

import dev.grassmann.core.InputException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Named, typed columns of equal length. Immutable. */
public final class Table {
  /** Columns named in a refusal. */
  private static final int NAMED = 20;

  private final String name;
  private final Map<String, Column> columns;
  private final int rows;

  /**
   * @param name what the table is called in messages and reports, e.g. the file's name
   * @throws InputException for no columns, no rows, two columns of one name or unequal lengths
   */
  public Table(String name, List<? extends Column> columns) {
    if (columns.isEmpty()) {
      throw new InputException("the table has no columns", name, "give a table with a header");
    }
    Map<String, Column> byName = new LinkedHashMap<>();
    for (Column column : columns) {
      if (byName.put(column.name(), column) != null) {
        throw new InputException(
            "two columns are called '" + column.name() + "'", name, "rename one of them");
      }
      if (column.rows() != columns.get(0).rows()) {
        throw new InputException(
            "column '"
                + column.name()
                + "' has "
                + column.rows()
                + " rows, '"
                + columns.get(0).name()
                + "' has "
                + columns.get(0).rows(),
            name,
            "give columns of equal length");
      }
    }
    if (columns.get(0).rows() == 0) {
      throw new InputException("the table has no rows", name, "give at least one row");
    }
    this.name = name;
    this.columns = byName;
    this.rows = columns.get(0).rows();
  }

  public String name() {
    return name;
  }

  public int rows() {
    return rows;
  }

  public List<Column> columns() {
    return List.copyOf(columns.values());
  }

  public List<String> columnNames() {
    return List.copyOf(columns.keySet());
  }

  public boolean has(String column) {
    return columns.containsKey(column);
  }

  /**
   * The column of this name.
   *
   * @throws InputException naming the columns that do exist
   */
  public Column column(String column) {
    Column found = columns.get(column);
    if (found == null) {
      throw noColumn(column, columnNames(), name);
    }
    return found;
  }

  /**
   * The refusal of a column that is not there.
   *
   * @param names the columns that do exist, of which the first twenty are named
   * @param table what the table is called
   */
  public static InputException noColumn(String column, List<String> names, String table) {
    List<String> some = names.subList(0, Math.min(NAMED, names.size()));
    int more = names.size() - some.size();
    return new InputException(
        "there is no column '" + column + "'",
        table,
        "columns are " + String.join(", ", some) + (more > 0 ? " and " + more + " more" : ""));
  }

  /**
   * The column as categories: each distinct number or text is a value, missing has a code of its
   * own. Codes follow first appearance.
   */
  public Column.Categorical categorical(String column) {
    Column found = column(column);
    return found instanceof Column.Categorical categorical ? categorical : encode(found);
  }

  /** Chosen columns, in this order. */
  public Table select(List<String> names) {
    return new Table(name, names.stream().map(this::column).toList());
  }

  /** Some rows, in this order, at least one. */
  public Table pick(int[] rows) {
    return new Table(name, columns.values().stream().map(column -> column.pick(rows)).toList());
  }

  private static Column.Categorical encode(Column column) {
    int[] codes = new int[column.rows()];
    Map<Object, Integer> seen = new HashMap<>();
    List<String> values = new ArrayList<>();
    int missing = -1;
    for (int row = 0; row < codes.length; row++) {
      boolean absent = column.isMissing(row);
      if (absent && missing < 0) {
        missing = values.size();
        values.add("");
      }
      if (absent) {
        codes[row] = missing;
        continue;
      }
      Object key =
          column instanceof Column.Numeric n ? (Object) (n.number(row) + 0.0) : column.text(row);
      Integer code = seen.get(key);
      if (code == null) {
        code = values.size();
        seen.put(key, code);
        values.add(column.text(row));
      }
      codes[row] = code;
    }
    return new Column.Categorical(column.name(), codes, values, missing);
  }
}
