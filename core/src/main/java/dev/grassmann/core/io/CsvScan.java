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

  private final String pattern;
  private final CsvFormat format;
  private final List<String> missing;

  private CsvScan(Path file, CsvFormat format, TableRead read) {
    this.pattern = DuckTables.pattern(file);
    this.format = format;
    this.missing = new ArrayList<>(read.missing());
    missing.add("");
  }

  /** A single file, of which the first lines have been seen. */
  static CsvScan of(Path file, CsvFormat format, TableRead read) {
    return new CsvScan(file, format, read);
  }

  /** One file or many, plain or packed. */
  static CsvScan of(DuckDb duck, Path glob, TableRead read) throws SQLException {
    List<Path> files =
        duck.texts("SELECT file FROM glob(" + DuckTables.pattern(glob) + ") ORDER BY file").stream()
            .map(row -> Path.of(row[0]))
            .toList();
    if (files.isEmpty()) {
      throw InputException.file(glob, "no file has such a name", "check the path");
    }
    CsvSample first = CsvSample.of(duck, files.get(0));
    CsvFormat format = CsvFormat.of(files.get(0), first, read);
    for (Path other :
        format.header().present() ? files.subList(1, files.size()) : List.<Path>of()) {
      if (!CsvSample.of(duck, other).lines().get(0).equals(first.lines().get(0))) {
        throw InputException.file(
            other, "has another header than " + files.get(0), "give files of the same columns");
      }
    }
    return new CsvScan(glob, format, read);
  }

  /** What the columns are called, in the file's order. */
  List<String> names() {
    return format.names();
  }

  static String sqlName(int column) {
    return "c" + column;
  }

  List<String> allTexts() {
    return format.names().stream().map(name -> "VARCHAR").toList();
  }

  /** A scan with these types. */
  String typed(List<String> types) {
    return csv(columns(types));
  }

  /** A scan whose types, DOUBLE or VARCHAR, DuckDB finds from this many rows; all rows for -1. */
  String detecting(int sampleRows) {
    String names =
        list(IntStream.range(0, format.names().size()).mapToObj(CsvScan::sqlName).toList());
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
    CsvDialect dialect = format.dialect();
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
        + format.header().present()
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
