package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Column;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** Reads tables with DuckDB; loaded only when a table file is read. */
final class DuckDb {
  private DuckDb() {}

  /** All columns of a query. */
  static List<Column> read(String query, Path file) {
    try (Connection connection = open();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      return columns(result);
    } catch (SQLException e) {
      throw refusal(file, e);
    }
  }

  /** Runs a statement that gives nothing. */
  static void execute(String sql, Path file) {
    try (Connection connection = open();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw refusal(file, e);
    }
  }

  /** The single number that a query gives. */
  static long number(String query, Path file) {
    try (Connection connection = open();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    } catch (SQLException e) {
      throw refusal(file, e);
    }
  }

  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  static String identifier(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static Connection open() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("jdbc_stream_results", "true");
    properties.setProperty("autoinstall_known_extensions", "false");
    properties.setProperty("autoload_known_extensions", "false");
    return DriverManager.getConnection("jdbc:duckdb:", properties);
  }

  private static InputException refusal(Path file, SQLException e) {
    String message = e.getMessage() == null ? "unknown" : e.getMessage();
    String first = message.lines().findFirst().orElse(message);
    return new InputException(
        "cannot be read as a table (" + first + ")",
        file.toString(),
        "check that it is a whole CSV, TSV, Parquet or JSON file",
        e);
  }

  private static List<Column> columns(ResultSet result) throws SQLException {
    ResultSetMetaData meta = result.getMetaData();
    int count = meta.getColumnCount();
    boolean[] numeric = new boolean[count];
    List<ColumnBuilder> builders = new ArrayList<>();
    for (int c = 0; c < count; c++) {
      int type = meta.getColumnType(c + 1);
      boolean whole =
          type == Types.INTEGER
              || type == Types.BIGINT
              || type == Types.SMALLINT
              || type == Types.TINYINT;
      numeric[c] =
          whole
              || type == Types.DOUBLE
              || type == Types.FLOAT
              || type == Types.REAL
              || type == Types.DECIMAL;
      String name = meta.getColumnName(c + 1);
      builders.add(numeric[c] ? ColumnBuilder.ofNumbers(name, whole) : ColumnBuilder.ofTexts(name));
    }
    while (result.next()) {
      for (int c = 0; c < count; c++) {
        if (numeric[c]) {
          double number = result.getDouble(c + 1);
          builders.get(c).add(result.wasNull() ? Double.NaN : number);
        } else {
          builders.get(c).add(result.getString(c + 1));
        }
      }
    }
    return builders.stream().map(ColumnBuilder::build).toList();
  }

  /** The function that scans a file of this name. */
  static String scan(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    String path = quoted(file.toString());
    if (name.endsWith(".parquet")) {
      return "read_parquet(" + path + ")";
    }
    String plain = name.replaceAll("\\.(gz|zst)$", "");
    if (plain.endsWith(".json") || plain.endsWith(".jsonl") || plain.endsWith(".ndjson")) {
      return "read_json(" + path + ")";
    }
    String delimiter = plain.endsWith(".tsv") || plain.endsWith(".inter") ? ", delim='\t'" : "";
    return "read_csv(" + path + delimiter + ", sample_size=20480)";
  }
}
