package dev.grassmann.core.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a text table is written, found out from its first lines.
 *
 * @param delimiter between two fields: comma, tab, semicolon, bar or space
 * @param quoted whether fields may stand in double quotes
 * @param escape what stands before a quote inside quotes: another quote, or a backslash
 * @param columns fields of a row
 */
record CsvDialect(char delimiter, boolean quoted, char escape, int columns) {
  /** Those earlier win near ties. */
  private static final char[] DELIMITERS = {'\t', ',', ';', '|', ' '};

  /** Shares of even lines that differ by no more are a tie. */
  private static final double NEAR = 0.1;

  /**
   * The delimiter that cuts the lines most evenly into more than one field.
   *
   * @param sample the file's first lines, the last one whole
   */
  static CsvDialect of(String sample) {
    char escape = sample.contains("\\\"") ? '\\' : '"';
    CsvDialect best = new CsvDialect(',', true, escape, 1);
    double bestShare = 0;
    for (char delimiter : DELIMITERS) {
      CsvDialect tried = new CsvDialect(delimiter, true, escape, 1);
      Cut cut = tried.cut(sample);
      if (2 * cut.odd > cut.quotes) { // quotes are mere characters here
        tried = new CsvDialect(delimiter, false, escape, 1);
        cut = tried.cut(sample);
      }
      Map<Integer, Integer> widths = new HashMap<>();
      cut.rows.forEach(row -> widths.merge(row.size(), 1, Integer::sum));
      int width = commonest(widths);
      double share = (double) widths.getOrDefault(width, 0) / Math.max(1, cut.rows.size());
      if (width > 1 && share > bestShare + NEAR) {
        best = new CsvDialect(delimiter, tried.quoted, escape, width);
        bestShare = share;
      }
    }
    return best;
  }

  private static int commonest(Map<Integer, Integer> widths) {
    int best = 1;
    for (Map.Entry<Integer, Integer> entry : widths.entrySet()) {
      int lead = entry.getValue() - widths.getOrDefault(best, 0);
      if (lead > 0 || (lead == 0 && entry.getKey() > best)) {
        best = entry.getKey();
      }
    }
    return best;
  }

  /** Rows of fields, without their quotes; empty lines are left out. */
  List<List<String>> rows(String text) {
    return cut(text).rows;
  }

  /**
   * A text in rows.
   *
   * @param quotes quotes that opened a field
   * @param odd how many of them were never closed, or closed within the field
   */
  private record Cut(List<List<String>> rows, int quotes, int odd) {}

  private Cut cut(String text) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean inside = false;
    int quotes = 0;
    int odd = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char following = i + 1 < text.length() ? text.charAt(i + 1) : '\n';
      if (inside && c == escape && following == '"') {
        field.append('"');
        i++;
      } else if (quoted && c == '"' && (inside || field.isEmpty())) {
        if (!inside) {
          quotes++;
        } else if (following != delimiter && following != '\n' && following != '\r') {
          odd++;
        }
        inside = !inside;
      } else if (inside) {
        field.append(c);
      } else if (c == delimiter) {
        row.add(field.toString());
        field.setLength(0);
      } else if (c == '\n') {
        endRow(rows, row, field);
        row = new ArrayList<>();
      } else if (c != '\r') {
        field.append(c);
      }
    }
    endRow(rows, row, field);
    return new Cut(rows, quotes, inside ? odd + 1 : odd);
  }

  private static void endRow(List<List<String>> rows, List<String> row, StringBuilder field) {
    if (!row.isEmpty() || !field.isEmpty()) {
      row.add(field.toString());
      rows.add(row);
    }
    field.setLength(0);
  }
}
