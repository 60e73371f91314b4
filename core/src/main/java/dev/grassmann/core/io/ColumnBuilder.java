package dev.grassmann.core.io;

import dev.grassmann.core.data.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects the values of one column and decides what kind of column they make. */
final class ColumnBuilder {
  /** Texts of more distinct values than this, and than half of the rows, are free text. */
  private static final int MOST_CATEGORIES = 10_000;

  private final String name;
  private final boolean numeric;
  private boolean whole;
  private double[] numbers = new double[1024];
  private int[] codes = new int[1024];
  private final Map<String, Integer> seen = new HashMap<>();
  private final List<String> values = new ArrayList<>();
  private int missing = -1;
  private int rows;

  private ColumnBuilder(String name, boolean numeric, boolean whole) {
    this.name = name;
    this.numeric = numeric;
    this.whole = whole;
  }

  static ColumnBuilder ofNumbers(String name, boolean whole) {
    return new ColumnBuilder(name, true, whole);
  }

  static ColumnBuilder ofTexts(String name) {
    return new ColumnBuilder(name, false, false);
  }

  void add(double number) {
    if (rows == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * rows);
    }
    whole &= Double.isNaN(number) || number == Math.rint(number);
    numbers[rows++] = number;
  }

  /**
   * @param text null for a missing value
   */
  void add(String text) {
    if (rows == codes.length) {
      codes = Arrays.copyOf(codes, 2 * rows);
    }
    codes[rows++] = text == null ? missingCode() : code(text);
  }

  int rows() {
    return rows;
  }

  private int code(String text) {
    Integer code = seen.get(text);
    if (code == null) {
      code = values.size();
      seen.put(text, code);
      values.add(text);
    }
    return code;
  }

  private int missingCode() {
    if (missing < 0) {
      missing = values.size();
      values.add("");
    }
    return missing;
  }

  Column build() {
    if (numeric) {
      return new Column.Numeric(name, Arrays.copyOf(numbers, rows), whole);
    }
    if (values.size() > MOST_CATEGORIES && values.size() > rows / 2) {
      String[] texts = new String[rows];
      for (int i = 0; i < rows; i++) {
        texts[i] = codes[i] == missing ? null : values.get(codes[i]);
      }
      return new Column.Text(name, texts);
    }
    return new Column.Categorical(name, Arrays.copyOf(codes, rows), values, missing);
  }
}
