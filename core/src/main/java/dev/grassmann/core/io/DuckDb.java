package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBDriver;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;

/**
 * An in-memory DuckDB for the reading or writing of one file. Only classes that name this one load
 * DuckDB, so a program that reads no table never does.
 *
 * <p><b>Starting it fast.</b> The driver's jar holds the native library for four platforms (60 MB
 * on Linux). While the jar does, the driver unpacks it to the temporary folder at every start of a
 * program, and opening takes 0.6 s. It looks for the library elsewhere only when the class path
 * does not hold it: first as {@code duckdb_java} on {@code java.library.path}, then as {@code
 * libduckdb_java.so_<os>_<arch>} (the name it has in the jar) in the folder of the jar that holds
 * the driver's classes. A distribution should therefore take that entry out of the jar and lay it
 * beside the jar; nothing need be configured, and opening takes 0.25 s (2 cores, wall and processor
 * time alike). There is no system property for it.
 *
 * <p>Nothing is fetched: extensions that are not built in are refused, and nothing spills to disk.
 */
final class DuckDb implements AutoCloseable {
  private final DuckDBConnection connection;

  DuckDb() {
    // one core is left to the thread that takes the rows
    int threads = Math.max(1, Math.min(8, Runtime.getRuntime().availableProcessors() - 1));
    Properties settings = new Properties();
    settings.setProperty("threads", Integer.toString(threads));
    // streaming needs buffers only; 256 MiB a thread is ten times what a CSV scan takes
    settings.setProperty("memory_limit", Math.max(1024, threads * 256) + "MiB");
    settings.setProperty("temp_directory", "");
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    try {
      connection =
          DuckDBDriver.class
              .getDeclaredConstructor()
              .newInstance()
              .connect("jdbc:duckdb:", settings)
              .unwrap(DuckDBConnection.class);
    } catch (ReflectiveOperationException | SQLException e) {
      throw new IllegalStateException("DuckDB does not start", e);
    }
  }

  /** Takes the rows of a result, a block of at most 2,048 at a time. */
  @FunctionalInterface
  interface Blocks {
    /** Columns are asked by position; they are valid within the call only. */
    void take(DuckDBDataChunkReader block, int rows);
  }

  /** Runs a statement without a result. */
  void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Fills a table of this connection. */
  DuckDBAppender appender(String table) throws SQLException {
    return connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, table);
  }

  /** Runs a query, streaming: the result is never whole in memory. */
  void query(String sql, Blocks blocks) throws SQLException {
    try (DuckDBPreparedStatement statement =
            connection.prepareStatement(sql).unwrap(DuckDBPreparedStatement.class);
        DuckDBChunkedResult result = statement.query()) {
      while (result.nextChunk()) {
        DuckDBDataChunkReader block = result.chunk();
        blocks.take(block, (int) block.rowCount());
      }
    }
  }

  /** A query's result that is asked for block by block, streaming. */
  Result open(String sql) throws SQLException {
    DuckDBPreparedStatement statement =
        connection.prepareStatement(sql).unwrap(DuckDBPreparedStatement.class);
    return new Result(statement, statement.query());
  }

  /** Blocks of a query that is still running; each is valid until the next is asked for. */
  record Result(DuckDBPreparedStatement statement, DuckDBChunkedResult result)
      implements AutoCloseable {
    /** The next block of at most 2,048 rows; null after the last. */
    DuckDBDataChunkReader next() throws SQLException {
      return result.nextChunk() ? result.chunk() : null;
    }

    @Override
    public void close() throws SQLException {
      result.close();
      statement.close();
    }
  }

  /** Rows of what follows FROM. */
  long count(String from) throws SQLException {
    return Long.parseLong(texts("SELECT CAST(count(*) AS VARCHAR) FROM " + from).get(0)[0]);
  }

  /** A small result as texts, null where a value is missing. Every column must be VARCHAR. */
  List<String[]> texts(String sql) throws SQLException {
    List<String[]> rows = new ArrayList<>();
    query(
        sql,
        (block, count) -> {
          int columns = (int) block.columnCount();
          int first = rows.size();
          for (int row = 0; row < count; row++) {
            rows.add(new String[columns]);
          }
          for (int c = 0; c < columns; c++) {
            DuckDBReadableVector vector = block.vector(c);
            for (int row = 0; row < count; row++) {
              rows.get(first + row)[c] = vector.isNull(row) ? null : vector.getString(row);
            }
          }
        });
    return rows;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB does not close", e);
    }
  }

  /** A text as an SQL literal. */
  static String quote(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** A name as an SQL identifier. */
  static String identifier(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  /** A refusal with DuckDB's own reason, on one line. */
  static InputException refusal(Path file, SQLException e, String mend) {
    String all = Objects.requireNonNullElse(e.getMessage(), "unknown reason");
    if (all.matches("(?is).*(invalid unicode|not utf-8 encoded).*")) {
      return new InputException(
          "is not UTF-8 text", file.toString(), "convert it, e.g. iconv -f latin1 -t utf-8", e);
    }
    String reason = all.lines().findFirst().orElse("").replaceFirst("^[A-Za-z ]* Error: ", "");
    return new InputException(
        "cannot be read as a table (" + reason + ")", file.toString(), mend, e);
  }
}
