package dev.grassmann.core.io;

import dev.grassmann.core.data.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A column of texts, coded while it is read. It ends as {@link Column.Categorical} where its
 * distinct values are at most half of its rows (or at most 64) and at most {@code maxCategories},
 * else as {@link Column.Text}: beyond that a dictionary saves nothing, and its values are names.
 */
final class TextBuilder implements ColumnBuilder {
  /** So few values are categories in a table of any length. */
  private static final int FEW = 64;

  /** Below so many values a dictionary is cheap even where it turns out to be useless. */
  private static final int CHEAP = 1 << 16;

  private static final int MISSING = -1;

  private final int maxCategories;
  private int[] codes = {};
  private Map<String, Integer> dictionary = new HashMap<>();
  private List<String> values = new ArrayList<>();
  private String[] texts; // once the dictionary has been given up
  private int highest = -1;
  private String lastText;
  private int lastCode;

  TextBuilder(int maxCategories) {
    this.maxCategories = maxCategories;
  }

  @Override
  public void reserve(int slots) {
    if (texts != null && slots > texts.length) {
      texts = Arrays.copyOf(texts, ColumnBuilder.room(texts.length, slots));
    } else if (texts == null && slots > codes.length) {
      int filled = codes.length;
      codes = Arrays.copyOf(codes, ColumnBuilder.room(filled, slots));
      Arrays.fill(codes, filled, codes.length, MISSING);
    }
  }

  /** A text; null or empty is missing. */
  void put(int slot, String text) {
    highest = Math.max(highest, slot);
    boolean missing = text == null || text.isEmpty();
    if (texts != null) {
      texts[slot] = missing ? null : text;
    } else if (missing) {
      codes[slot] = MISSING;
    } else if (text.equals(lastText)) { // sorted and repeating columns need no look-up
      codes[slot] = lastCode;
    } else {
      putNew(slot, text);
    }
  }

  private void putNew(int slot, String text) {
    Integer code = dictionary.get(text);
    if (code == null) {
      if (isHopeless()) {
        giveUp();
        texts[slot] = text;
        return;
      }
      code = values.size();
      dictionary.put(text, code);
      values.add(text);
    }
    codes[slot] = code;
    lastCode = code;
    lastText = text;
  }

  @Override
  public Column build(String name, int rows, int[] order) {
    if (texts != null) {
      return new Column.Text(name, inOrder(rows, order));
    }
    // renumbered by first appearance: a reservoir has forgotten rows and changed their order
    int[] renamed = new int[values.size()];
    Arrays.fill(renamed, MISSING);
    List<String> seen = new ArrayList<>();
    int missing = MISSING;
    int[] rowCodes = new int[rows];
    for (int row = 0; row < rows; row++) {
      int code = codes[order.length == 0 ? row : order[row]];
      if (code == MISSING) {
        if (missing == MISSING) {
          missing = seen.size();
          seen.add("");
        }
        rowCodes[row] = missing;
        continue;
      }
      if (renamed[code] == MISSING) {
        renamed[code] = seen.size();
        seen.add(values.get(code));
      }
      rowCodes[row] = renamed[code];
    }
    if (isDictionary(seen.size(), rows, maxCategories)) {
      return new Column.Categorical(name, rowCodes, seen, missing);
    }
    giveUp();
    return new Column.Text(name, inOrder(rows, order));
  }

  /** Whether so many distinct values of so many rows are categories. */
  static boolean isDictionary(int values, int rows, int maxCategories) {
    return values <= Math.min(maxCategories, Math.max(FEW, rows / 2));
  }

  private boolean isHopeless() {
    int size = values.size();
    return size >= 2L * maxCategories || (size >= CHEAP && size > 0.9 * highest);
  }

  private void giveUp() {
    texts = new String[codes.length];
    for (int slot = 0; slot <= highest; slot++) {
      texts[slot] = codes[slot] == MISSING ? null : values.get(codes[slot]);
    }
    codes = null;
    dictionary = null;
    values = null;
  }

  private String[] inOrder(int rows, int[] order) {
    if (order.length == 0) {
      return Arrays.copyOf(texts, rows);
    }
    String[] sorted = new String[rows];
    for (int row = 0; row < rows; row++) {
      sorted[row] = texts[order[row]];
    }
    return sorted;
  }
}
