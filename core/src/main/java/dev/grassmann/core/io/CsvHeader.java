package dev.grassmann.core.io;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Decides whether the first row of a text table names its columns, and how they are called.
 *
 * <p>It does where it merely counts the columns (1, 2, 3, ...: then they are called {@code
 * column1}, ...), or where it has a text above a column of numbers. It does not where it has a
 * number in a column of numbers. Where all columns are texts it does unless one of its fields
 * occurs again below itself.
 *
 * @param present whether the first row is a header
 * @param names one a column
 */
record CsvHeader(boolean present, List<String> names) {
  static CsvHeader of(List<List<String>> rows, TableRead read) {
    List<String> first = rows.get(0);
    boolean counts = isCount(first);
    boolean present =
        switch (read.header()) {
          case YES -> true;
          case NO -> false;
          case AUTO -> counts || isHeader(first, rows.subList(1, rows.size()), read);
        };
    List<String> names = new ArrayList<>();
    for (int c = 0; c < first.size(); c++) {
      String name = present && !counts ? first.get(c).strip() : "";
      names.add(name.isEmpty() ? "column" + (c + 1) : name);
    }
    return new CsvHeader(present, names);
  }

  /** Nine in ten are their own position: known files have slips in such a line. */
  private static boolean isCount(List<String> row) {
    int right = 0;
    int start = row.get(0).strip().equals("0") ? 0 : 1;
    for (int c = 0; c < row.size(); c++) {
      if (row.get(c).strip().equals(Integer.toString(c + start))) {
        right++;
      }
    }
    return row.size() >= 5 && right >= 0.9 * row.size();
  }

  private static boolean isHeader(List<String> first, List<List<String>> rest, TableRead read) {
    boolean textAboveNumbers = false;
    boolean repeats = false;
    for (int c = 0; c < first.size(); c++) {
      String name = first.get(c).strip();
      Set<String> below = new HashSet<>();
      for (List<String> row : rest) {
        String value = c < row.size() ? row.get(c).strip() : "";
        if (!value.isEmpty() && !read.missing().contains(value)) {
          below.add(value);
        }
      }
      boolean numbers = !below.isEmpty() && below.stream().allMatch(CsvHeader::isNumber);
      if (isNumber(name) && (numbers || below.isEmpty())) {
        return false;
      }
      textAboveNumbers |= numbers && !name.isEmpty() && !read.missing().contains(name);
      repeats |= below.contains(name);
    }
    return textAboveNumbers || !repeats;
  }

  private static boolean isNumber(String text) {
    return !Double.isNaN(DecimalText.parse(text.toCharArray(), 0, text.length()));
  }
}
