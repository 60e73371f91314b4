package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Reads tables: CSV, TSV, Parquet and JSON by DuckDB, ARFF by a reader of our own. */
public final class TableFiles {
  private TableFiles() {}

  /** The whole table. */
  public static Table read(Path file) {
    return read(file, TableRead.ALL);
  }

  /**
   * As much of a table as is asked for.
   *
   * @throws InputException where the file cannot be read as a table
   */
  public static Table read(Path file, TableRead read) {
    requireFile(file);
    String name = file.getFileName().toString();
    List<Column> columns =
        isArff(file) ? ArffReader.read(file) : DuckDb.read(query(file, read), file);
    Table table = new Table(name, columns);
    return isArff(file) && !read.columns().isEmpty() ? table.select(read.columns()) : table;
  }

  /** Number of rows in the file. */
  public static long rows(Path file) {
    requireFile(file);
    return isArff(file)
        ? ArffReader.read(file).get(0).rows()
        : DuckDb.number("SELECT count(*) FROM " + DuckDb.scan(file), file);
  }

  private static String query(Path file, TableRead read) {
    String columns =
        read.columns().isEmpty()
            ? "*"
            : String.join(", ", read.columns().stream().map(DuckDb::identifier).toList());
    String sample =
        read.sample() == 0
            ? ""
            : String.format(
                Locale.ROOT,
                " USING SAMPLE reservoir(%d ROWS) REPEATABLE (%d)",
                read.sample(),
                Math.floorMod(read.seed(), 1 << 30));
    return "SELECT " + columns + " FROM " + DuckDb.scan(file) + sample;
  }

  private static boolean isArff(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).matches(".*\\.arff(\\.gz)?");
  }

  private static void requireFile(Path file) {
    if (!Files.isRegularFile(file)) {
      throw InputException.file(file, "there is no such file", "check the path");
    }
  }
}
