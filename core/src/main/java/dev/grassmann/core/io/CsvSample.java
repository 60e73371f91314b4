package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The first lines of a text table.
 *
 * @param whole whether these are all of its lines
 */
record CsvSample(List<String> lines, boolean whole) {
  private static final int LINES = 1_000;

  /** Of wide tables fewer lines are enough: each column still shows some values. */
  private static final int FEW = 20;

  private static final int CHARACTERS = 1 << 16;

  /** Of a file that may be packed with Zstandard, which Java does not unpack. */
  static CsvSample of(DuckDb duck, Path file) throws SQLException {
    return isZstandard(file) ? byDuckDb(duck, file).check(file) : of(file);
  }

  /** Of a plain file or one packed with gzip. */
  static CsvSample of(Path file) {
    return byUs(file).check(file);
  }

  private CsvSample check(Path file) {
    if (lines.stream().anyMatch(line -> line.indexOf(0) >= 0)) {
      throw InputException.file(
          file, "is not text", "tables are read from text, Parquet, JSON and ARFF");
    }
    if (lines.stream().allMatch(String::isBlank)) {
      throw InputException.file(file, "is empty", "give a table with a header and rows");
    }
    if (lines.stream().limit(FEW).allMatch(l -> l.matches("\\S+( \\d+:\\S+)+ ?"))) {
      throw InputException.file(
          file, "is in LIBSVM's format", "name it .libsvm, or convert it to CSV");
    }
    return this;
  }

  String text() {
    return String.join("\n", lines);
  }

  static boolean isZstandard(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".zst");
  }

  private static CsvSample byUs(Path file) {
    List<String> lines = new ArrayList<>();
    long characters = 0;
    try (BufferedReader reader = TextFiles.open(file)) {
      while (lines.size() < (characters < CHARACTERS ? LINES : FEW)) {
        String line = reader.readLine();
        if (line == null) {
          return new CsvSample(lines, true);
        }
        lines.add(lines.isEmpty() && line.startsWith("\ufeff") ? line.substring(1) : line);
        characters += line.length();
      }
      return new CsvSample(lines, false);
    } catch (IOException e) {
      throw new InputException(
          "cannot be read", file.toString(), "the file may be cut short: fetch it again", e);
    }
  }

  private static CsvSample byDuckDb(DuckDb duck, Path file) throws SQLException {
    String lines =
        "SELECT line FROM read_csv(%s, auto_detect = false, header = false, quote = '',"
            + " escape = '', delim = chr(1), columns = {'line': 'VARCHAR'}, max_line_size = %d)"
            + " LIMIT %d";
    List<String> first =
        duck
            .texts(
                String.format(
                    Locale.ROOT, lines, DuckTables.pattern(file), CsvScan.LINE_BYTES, LINES))
            .stream()
            .map(row -> Objects.requireNonNullElse(row[0], ""))
            .toList();
    return new CsvSample(first, first.size() < LINES);
  }
}
