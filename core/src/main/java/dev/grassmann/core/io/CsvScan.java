package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How DuckDB is told to scan a text table. Delimiter, quotes and header are found by us, so that
 * the header's names are the file's own and no line is skipped silently. Within SQL the columns are
 * called c0, c1, ...: a file's own names may differ by their case alone, which SQL does not see.
 */
final class CsvScan {
  /** Room for a row of a few million numbers. */
  static final int LINE_BYTES = 32_000_000;

  /** Beyond, DuckDB needs memory and time for its blocks: 2 GiB at 100,000 columns. */
  private static final int MOST_COLUMNS = 1_000;

  private final List<String> files;
  private final String pattern;
  private final CsvDialect dialect;
  private final CsvHeader header;
  private final List<String> missing;

  private CsvScan(
      List<String> files, String pattern, CsvDialect dialect, CsvHeader header, TableRead read) {
    this.files = files;
    this.pattern = pattern;
    this.dialect = dialect;
    this.header = header;
    this.missing = new ArrayList<>(read.missing());
    missing.add("");
  }

  static CsvScan of(DuckDb duck, Path file, TableRead read) throws SQLException {
    String pattern = DuckTables.pattern(file);
    List<String> files =
        duck.texts("SELECT file FROM glob(" + pattern + ") ORDER BY file").stream()
            .map(row -> row[0])
            .toList();
    if (files.isEmpty()) {
      throw InputException.file(file, "no file has such a name", "check the path");
    }
    Path first = Path.of(files.get(0));
    CsvSample sample = CsvSample.of(duck, first);
    CsvDialect dialect = CsvDialect.of(sample.text());
    List<List<String>> rows = dialect.rows(sample.text());
    CsvHeader header = CsvHeader.of(rows, read);
    if (header.present() && sample.whole() && rows.size() == 1) {
      throw InputException.file(first, "has a header but no rows", "give at least one row");
    }
    for (String other : header.present() ? files.subList(1, files.size()) : List.<String>of()) {
      String line = CsvSample.of(duck, Path.of(other)).lines().get(0);
      if (!line.equals(sample.lines().get(0))) {
        throw new InputException(
            "has another header than " + first, other, "give files of the same columns");
      }
    }
    return new CsvScan(files, pattern, dialect, header, read);
  }

  /** Whether this is better read row by row than in DuckDB's blocks of 2,048 values a column. */
  boolean isForLines() {
    boolean wide = header.names().size() > MOST_COLUMNS;
    return (wide || dialect.runs())
        && files.size() == 1
        && !CsvSample.isZstandard(Path.of(files.get(0)));
  }

  CsvDialect dialect() {
    return dialect;
  }

  CsvHeader header() {
    return header;
  }

  /** What the columns are called, in the file's order. */
  List<String> names() {
    return header.names();
  }

  static String sqlName(int column) {
    return "c" + column;
  }

  List<String> allTexts() {
    return header.names().stream().map(name -> "VARCHAR").toList();
  }

  /** A scan with these types. */
  String typed(List<String> types) {
    return csv(columns(types));
  }

  /** A scan whose types, DOUBLE or VARCHAR, DuckDB finds from this many rows; all rows for -1. */
  String detecting(int sampleRows) {
    String names =
        list(IntStream.range(0, header.names().size()).mapToObj(CsvScan::sqlName).toList());
    return csv(
        "sample_size = "
            + sampleRows
            + ", auto_type_candidates = ['DOUBLE', 'VARCHAR'], names = "
            + names);
  }

  /** A scan of texts that lists malformed rows in the table {@code reject_errors}. */
  String rejecting() {
    return csv(columns(allTexts()) + ", store_rejects = true, rejects_limit = 0");
  }

  private String columns(List<String> types) {
    return "auto_detect = false, columns = {"
        + IntStream.range(0, types.size())
            .mapToObj(c -> sqlName(c) + ": '" + types.get(c) + "'")
            .collect(Collectors.joining(", "))
        + "}";
  }

  private String csv(String options) {
    String quote = dialect.quoted() ? "\"" : "";
    String escape = dialect.quoted() ? String.valueOf(dialect.escape()) : "";
    return "read_csv("
        + pattern
        + ", delim = "
        + DuckDb.quote(String.valueOf(dialect.delimiter()))
        + ", quote = "
        + DuckDb.quote(quote)
        + ", escape = "
        + DuckDb.quote(escape)
        + ", header = "
        + header.present()
        + ", skip = 0, max_line_size = "
        + LINE_BYTES
        + ", nullstr = "
        + list(missing)
        + ", "
        + options
        + ")";
  }

  private static String list(List<String> texts) {
    return texts.stream().map(DuckDb::quote).collect(Collectors.joining(", ", "[", "]"));
  }
}
