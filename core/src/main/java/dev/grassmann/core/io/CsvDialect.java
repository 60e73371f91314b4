package dev.grassmann.core.io;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a text table is written, found out from its first lines.
 *
 * @param delimiter between two fields: comma, tab, semicolon, bar or blank
 * @param runs whether any number of blanks and tabs is one delimiter, and none at a line's ends is
 * @param quoted whether fields may stand in double quotes
 * @param escape what stands before a quote inside quotes: another quote, or a backslash
 */
record CsvDialect(char delimiter, boolean runs, boolean quoted, char escape) {
  /** Those earlier win near ties. */
  private static final char[] DELIMITERS = {'\t', ',', ';', '|', ' '};

  /** Scores that differ by no more are a tie. */
  private static final double NEAR = 0.1;

  /**
   * The delimiter that cuts the lines most evenly into more than one field.
   *
   * @param sample the file's first lines, the last one whole
   */
  static CsvDialect of(String sample) {
    char escape = sample.contains("\\\"") ? '\\' : '"';
    boolean runs = sample.startsWith(" ") || sample.contains("  ") || sample.contains("\n ");
    CsvDialect best = new CsvDialect(',', false, true, escape);
    double bestScore = 0;
    for (char delimiter : DELIMITERS) {
      if (sample.indexOf(delimiter) < 0) {
        continue; // it would cut nothing
      }
      CsvDialect tried = new CsvDialect(delimiter, runs && delimiter == ' ', true, escape);
      Cut cut = tried.cut(sample);
      if (2 * cut.oddQuotes > cut.quotes) { // quotes are mere characters here
        tried = new CsvDialect(delimiter, tried.runs, false, escape);
        cut = tried.cut(sample);
      }
      double score = cut.score();
      if (score > bestScore + NEAR) {
        best = tried;
        bestScore = score;
      }
    }
    return best;
  }

  /** Rows of fields, without their quotes; blank lines are left out. */
  List<List<String>> rows(String text) {
    return cut(text).rows;
  }

  private Cut cut(String text) {
    List<List<String>> rows = new ArrayList<>();
    CsvRows cutting = new CsvRows(new StringReader(text), this);
    try {
      while (cutting.next()) {
        List<String> row = new ArrayList<>();
        for (int field = 0; field < cutting.fields(); field++) {
          row.add(cutting.field(field));
        }
        rows.add(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a text is always there
    }
    return new Cut(rows, cutting.quotes(), cutting.oddQuotes());
  }

  /**
   * A text in rows.
   *
   * @param quotes quotes that opened a field
   * @param oddQuotes how many of them were never closed, or closed within the field
   */
  private record Cut(List<List<String>> rows, long quotes, long oddQuotes) {
    /** Share of rows of the commonest width; half of it where the first row is of another. */
    double score() {
      if (rows.isEmpty()) {
        return 0;
      }
      Map<Integer, Integer> widths = new HashMap<>();
      rows.forEach(row -> widths.merge(row.size(), 1, Integer::sum));
      int width = rows.get(0).size();
      for (Map.Entry<Integer, Integer> entry : widths.entrySet()) {
        int lead = entry.getValue() - widths.get(width);
        if (lead > 0 || (lead == 0 && entry.getKey() > width)) {
          width = entry.getKey();
        }
      }
      double share = (double) widths.get(width) / rows.size();
      return width == 1 ? 0 : rows.get(0).size() == width ? share : share / 2;
    }
  }
}
