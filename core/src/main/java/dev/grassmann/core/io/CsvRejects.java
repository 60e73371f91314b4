package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Finds out, after a reading has failed, which rows have too few or too many fields. */
final class CsvRejects {
  private static final int SHOWN = 5;
  private static final int WIDTH = 60;

  private final DuckDb duck;
  private final Path file;
  private final CsvScan scan;

  CsvRejects(DuckDb duck, Path file, CsvScan scan) {
    this.duck = duck;
    this.file = file;
    this.scan = scan;
  }

  /**
   * Returns where the failure was of another kind.
   *
   * @throws InputException with the number of such rows and the first five
   */
  void refuse(SQLException cause) {
    try {
      String all = scan.rejecting();
      duck.query("SELECT count(COLUMNS(*)) FROM " + all, (block, rows) -> {});
      String of = " FROM reject_errors WHERE error_type IN ('MISSING COLUMNS', 'TOO MANY COLUMNS')";
      String count = duck.texts("SELECT CAST(count(DISTINCT line) AS VARCHAR)" + of).get(0)[0];
      if (!count.equals("0")) {
        InputException refusal =
            refusal(file, Long.parseLong(count), scan.names().size(), shown(of));
        refusal.initCause(cause);
        throw refusal;
      }
    } catch (SQLException e) {
      throw DuckDb.refusal(file, cause, "mend the file");
    }
  }

  private String shown(String of) throws SQLException {
    String lines = "SELECT CAST(line AS VARCHAR), any_value(csv_line)";
    List<String[]> first = duck.texts(lines + of + " GROUP BY line ORDER BY line LIMIT " + SHOWN);
    return first.stream()
        .map(row -> "line " + row[0] + " (" + clip(row[1]) + ")")
        .collect(Collectors.joining(", "));
  }

  /** Rows that have not as many fields as the table has columns. */
  static InputException refusal(Path file, long count, int columns, String shown) {
    boolean one = count == 1;
    return InputException.file(
        file,
        count
            + (one ? " row does" : " rows do")
            + " not have "
            + columns
            + (columns == 1 ? " field: " : " fields: ")
            + shown,
        "mend " + (one ? "this row" : "these rows") + ", or quote fields that hold the delimiter");
  }

  static String clip(String line) {
    String text = Objects.requireNonNullElse(line, "").strip();
    return text.length() <= WIDTH ? text : text.substring(0, WIDTH) + "...";
  }
}
