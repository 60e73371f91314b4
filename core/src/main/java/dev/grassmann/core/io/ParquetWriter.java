package dev.grassmann.core.io;

import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;

/** Writes a table as Parquet, by DuckDB. */
final class ParquetWriter {
  private static final double EXACT = 1L << 53;

  private ParquetWriter() {}

  static void write(Table table, Path target) throws IOException {
    List<Column> columns = table.columns();
    List<String> types = columns.stream().map(ParquetWriter::type).toList();
    String definition =
        IntStream.range(0, types.size())
            .mapToObj(c -> DuckDb.identifier(columns.get(c).name()) + " " + types.get(c))
            .collect(Collectors.joining(", "));
    try (DuckDb duck = new DuckDb()) {
      duck.execute("CREATE TABLE t (" + definition + ")");
      try (DuckDBAppender appender = duck.appender("t")) {
        for (int row = 0; row < table.rows(); row++) {
          appender.beginRow();
          for (int c = 0; c < columns.size(); c++) {
            append(appender, columns.get(c), types.get(c), row);
          }
          appender.endRow();
        }
      }
      duck.execute("COPY t TO " + DuckDb.quote(target.toString()) + " (FORMAT parquet)");
    } catch (SQLException e) {
      throw new IOException("DuckDB: " + e.getMessage(), e);
    }
  }

  private static void append(DuckDBAppender appender, Column column, String type, int row)
      throws SQLException {
    if (column.isMissing(row)) {
      appender.appendNull();
    } else if (!(column instanceof Column.Numeric numeric)) {
      appender.append(column.text(row));
    } else if (type.equals("BIGINT")) {
      appender.append((long) numeric.number(row));
    } else {
      appender.append(numeric.number(row));
    }
  }

  private static String type(Column column) {
    if (!(column instanceof Column.Numeric numeric)) {
      return "VARCHAR";
    }
    boolean whole = numeric.isWhole();
    for (int row = 0; whole && row < numeric.rows(); row++) {
      whole = numeric.isMissing(row) || Math.abs(numeric.number(row)) <= EXACT;
    }
    return whole ? "BIGINT" : "DOUBLE";
  }
}
