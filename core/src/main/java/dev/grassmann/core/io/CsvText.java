package dev.grassmann.core.io;

import java.util.List;

/** Lines of CSV files. */
public final class CsvText {
  private CsvText() {}

  /** The text, in quotes where a comma, a quote or a line break would be misread. */
  public static String cell(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  /** A whole line with its end; a single empty cell is quoted, since a blank line is no row. */
  public static String line(List<String> cells) {
    if (cells.size() == 1 && cells.get(0).isEmpty()) {
      return "\"\"\n";
    }
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      line.append(i == 0 ? "" : ",").append(cell(cells.get(i)));
    }
    return line.append('\n').toString();
  }
}
