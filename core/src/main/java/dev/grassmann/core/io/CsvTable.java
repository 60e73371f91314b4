package dev.grassmann.core.io;

import dev.grassmann.core.data.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A text table: chooses who reads it, {@link CsvBlocks}, {@link LineTable} or DuckDB. All give the
 * same table.
 */
final class CsvTable {
  /** Beyond, DuckDB needs memory and time for its blocks: 2 GiB at 100,000 columns. */
  private static final int MOST_COLUMNS = 1_000;

  /** Below, a file is read before DuckDB has started, which takes 0.6 s. */
  private static final long SMALL = 16L << 20;

  private static final String MEND = "mend the file";

  private CsvTable() {}

  static Table read(Path file, TableRead read) {
    return read(file, read, CsvBlocks::read, LineTable::read, DuckCsv::read);
  }

  /** Every column as texts, as they are written; only an empty text is missing. */
  static Table readTexts(Path file, TableRead read) {
    return read(
        file, raw(file, read), CsvBlocks::readTexts, LineTable::readTexts, DuckCsv::readTexts);
  }

  /** Without texts that mean missing, which a header is told by. */
  private static TableRead raw(Path file, TableRead read) {
    if (!isOurs(file)) {
      return read;
    }
    boolean header = CsvFormat.of(file, CsvSample.of(file), read).header().present();
    return read.withMissing(List.of())
        .withHeader(header ? TableRead.Header.YES : TableRead.Header.NO);
  }

  private interface DuckReading {
    Table of(DuckCsv csv) throws SQLException;
  }

  private static Table read(
      Path file,
      TableRead read,
      Function<CsvBlocks, Optional<Table>> blocks,
      Function<LineTable, Table> lines,
      DuckReading duckReading) {
    CsvFormat format = isOurs(file) ? CsvFormat.of(file, CsvSample.of(file), read) : null;
    if (format != null && isForBlocks(file, format, read)) {
      Optional<Table> table = blocks.apply(new CsvBlocks(file, format, read));
      if (table.isPresent()) {
        return table.get();
      }
    }
    if (format != null && isForLines(file, format)) {
      return lines.apply(new LineTable(file, format, read));
    }
    try (DuckDb duck = new DuckDb()) {
      return duckReading.of(new DuckCsv(duck, file, scan(duck, file, format, read), read));
    } catch (SQLException e) {
      throw DuckDb.refusal(file, e, MEND);
    }
  }

  static long rows(Path file) {
    TableRead read = TableRead.ALL;
    CsvFormat format = isOurs(file) ? CsvFormat.of(file, CsvSample.of(file), read) : null;
    if (format != null && isForLines(file, format)) {
      return new LineTable(file, format, read).rows();
    }
    try (DuckDb duck = new DuckDb()) {
      return new DuckCsv(duck, file, scan(duck, file, format, read), read).rows();
    } catch (SQLException e) {
      throw DuckDb.refusal(file, e, MEND);
    }
  }

  /** A single file, plain or packed with gzip. */
  private static boolean isOurs(Path file) {
    return Files.isRegularFile(file) && !CsvSample.isZstandard(file);
  }

  /** Plain, and of every row: a sample of a large file does not need all of it in memory. */
  private static boolean isForBlocks(Path file, CsvFormat format, TableRead read) {
    return !TextFiles.isGzip(file)
        && !format.dialect().runs()
        && read.everyNth() == 1
        && read.sample() == 0;
  }

  private static boolean isForLines(Path file, CsvFormat format) {
    try {
      return format.dialect().runs()
          || format.names().size() > MOST_COLUMNS
          || Files.size(file) < (TextFiles.isGzip(file) ? SMALL / 4 : SMALL);
    } catch (IOException e) {
      throw InputFiles.unreadable(file, e);
    }
  }

  private static CsvScan scan(DuckDb duck, Path file, CsvFormat format, TableRead read)
      throws SQLException {
    return format == null ? CsvScan.of(duck, file, read) : CsvScan.of(file, format, read);
  }
}
