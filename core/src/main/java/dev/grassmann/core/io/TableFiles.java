package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Reads and writes tables.
 *
 * <p>Read are CSV and its kin (comma, tab, semicolon, bar, blanks; with or without header), ARFF
 * and LIBSVM, plain or .gz, by readers of our own; and through DuckDB Parquet, JSON (an array of
 * objects, or one a line, plain, .gz or .zst), large CSV files, CSV as .zst, and CSV or Parquet
 * files by the glob ({@code logs/*.parquet}).
 *
 * <p>Types. Whole numbers become {@link Column.Numeric} with {@code isWhole}; where one lies at or
 * beyond ±2^53, which a double cannot hold exactly, the column is read as text. Decimals and floats
 * become {@link Column.Numeric}. Truth values become categories {@code true} and {@code false}.
 * Texts become {@link Column.Categorical} where their distinct values are at most half of the rows
 * (or at most 64), else {@link Column.Text}; dates and times are texts as written, lists and
 * structures their text. NULL, the empty text and, in CSV, {@link TableRead#missing()} are missing.
 * A CSV column without a name is called {@code column} and its position from 1.
 */
public final class TableFiles {
  private TableFiles() {}

  /**
   * Reads a whole table.
   *
   * @throws InputException where the file does not exist, is no table, has no rows, two columns of
   *     one name, or rows of unequal length
   */
  public static Table read(Path file) {
    return read(file, TableRead.ALL);
  }

  /** Reads what {@code read} asks for; see {@link #read(Path)} for refusals. */
  public static Table read(Path file, TableRead read) {
    try {
      if (LibsvmTable.isLibsvm(file)) {
        return LibsvmTable.read(file, read);
      }
      return isArff(file) ? ArffReader.read(file, read) : DuckTables.read(file, read);
    } catch (OutOfMemoryError e) { // the arrays of the columns: all garbage by now
      long mebi = Runtime.getRuntime().maxMemory() >> 20;
      throw new InputException(
          "the table does not fit into " + mebi + " MiB of memory",
          file.toString(),
          "read fewer columns, every s-th row or a sample, or give Java more memory (-Xmx)",
          e);
    }
  }

  /**
   * Number of rows in the file, counted by reading it.
   *
   * @throws InputException as {@link #read(Path)}
   */
  public static long rows(Path file) {
    if (LibsvmTable.isLibsvm(file)) {
      return LibsvmFile.read(file).targets().size();
    }
    return isArff(file) ? ArffReader.read(file, TableRead.ALL).rows() : DuckTables.rows(file);
  }

  /**
   * Writes a table, whole or not at all: as Parquet where the file's name ends with .parquet, else
   * as CSV, where a missing value is an empty cell.
   */
  public static void write(Path file, Table table) throws IOException {
    if (isParquet(file)) {
      AtomicFile.writePath(file, temporary -> ParquetWriter.write(table, temporary));
    } else {
      AtomicFile.write(file, out -> writeCsv(out, table));
    }
  }

  /** Writes a table as CSV in UTF-8 with a header; does not close the stream. */
  public static void writeCsv(OutputStream out, Table table) throws IOException {
    List<Column> columns = table.columns();
    out.write(CsvText.line(table.columnNames()).getBytes(StandardCharsets.UTF_8));
    for (int row = 0; row < table.rows(); row++) {
      int r = row;
      String line = CsvText.line(columns.stream().map(column -> column.text(r)).toList());
      out.write(line.getBytes(StandardCharsets.UTF_8));
    }
  }

  /**
   * Copies columns of a table file into another, values as they stand there: those of Parquet and
   * JSON keep their types, and what CSV says digit by digit (007, 1.50, NA) CSV says again. Where
   * CSV becomes Parquet, a column is of numbers only if nothing is lost by that.
   *
   * @param columns names, in the order wanted
   * @param target as for {@link #write}
   * @throws InputException as {@link #read(Path)}
   */
  public static void copyColumns(Path source, List<String> columns, Path target)
      throws IOException {
    TableRead read = TableRead.ALL.withColumns(columns);
    boolean parquet = isParquet(target);
    if (LibsvmTable.isLibsvm(source) || isArff(source)) {
      write(target, read(source, read));
    } else if (!DuckTables.isText(source)) {
      String format = parquet ? "FORMAT parquet" : "FORMAT csv, HEADER";
      AtomicFile.writePath(
          target, temporary -> DuckTables.copy(source, columns, temporary, format));
    } else {
      Table texts = CsvTable.readTexts(source, read);
      write(target, parquet ? ColumnTypes.lossless(texts, read.missing()) : texts);
    }
  }

  private static boolean isParquet(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".parquet");
  }

  private static boolean isArff(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).matches(".*\\.arff(\\.gz)?");
  }
}
