package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;

/** Collects rows of Parquet files and writes them, with all columns, into one. */
final class ParquetCopy {
  private static final String FILE = "grassmann_file";

  private final Map<Path, Rows> chosen = new LinkedHashMap<>();

  private static final class Rows {
    private long[] numbers = new long[64];
    private int count;

    void add(long number) {
      if (count == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * count);
      }
      numbers[count++] = number;
    }
  }

  boolean isEmpty() {
    return chosen.isEmpty();
  }

  /** Adds a row, from 0. */
  void add(Path file, long row) {
    chosen.computeIfAbsent(file, f -> new Rows()).add(row);
  }

  void writeTo(Path target) throws IOException {
    String list =
        chosen.keySet().stream().map(DuckTables::pattern).collect(Collectors.joining(", "));
    try (DuckDb duck = new DuckDb()) {
      duck.execute("CREATE TABLE chosen (file VARCHAR, row BIGINT)");
      try (DuckDBAppender appender = duck.appender("chosen")) {
        for (Map.Entry<Path, Rows> file : chosen.entrySet()) {
          for (int i = 0; i < file.getValue().count; i++) {
            appender.beginRow();
            appender.append(file.getKey().toString());
            appender.append(file.getValue().numbers[i]);
            appender.endRow();
          }
        }
      }
      duck.execute(
          "COPY (SELECT * EXCLUDE (file_row_number, "
              + FILE
              + ") FROM read_parquet(["
              + list
              + "], file_row_number = true, filename = '"
              + FILE
              + "') WHERE ("
              + FILE
              + ", file_row_number) IN (SELECT (file, row) FROM chosen)) TO "
              + DuckDb.quote(target.toString())
              + " (FORMAT parquet)");
    } catch (SQLException e) {
      throw new InputException(
          "its rows cannot be written together (" + e.getMessage() + ")",
          chosen.keySet().iterator().next().toString(),
          "files of one run must have the same columns",
          e);
    }
  }
}
