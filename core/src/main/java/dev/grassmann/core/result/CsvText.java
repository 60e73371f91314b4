package dev.grassmann.core.result;

/** Cells of CSV files. */
final class CsvText {
  private CsvText() {}

  /** The text, in quotes where a comma, a quote or a line break would be misread. */
  static String cell(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
