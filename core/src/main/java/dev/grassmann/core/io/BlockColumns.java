package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.io.BlockColumn.Kind;
import dev.grassmann.core.run.Workers;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Joins what the stretches of a text table hold into whole columns. */
final class BlockColumns {
  private final Path file;
  private final CsvFormat format;
  private final TableRead read;
  private final Set<String> missing;

  BlockColumns(Path file, CsvFormat format, TableRead read) {
    this.file = file;
    this.format = format;
    this.read = read;
    this.missing = new HashSet<>(read.missing());
    missing.add("");
  }

  /**
   * Columns in the order wanted. The blocks' values are given up one column after the other, so
   * that a table is not held twice.
   */
  List<Column> columns(int[] places, Kind[] kinds, List<CsvBlock> blocks) {
    long rows = blocks.stream().mapToLong(CsvBlock::rows).sum();
    if (rows == 0) {
      throw InputException.file(file, "the table has no rows", "give at least one row");
    }
    if (rows > Integer.MAX_VALUE - 8) {
      throw new UnusualTextException("more rows than an array holds");
    }
    return Workers.map(
        places.length,
        Runtime.getRuntime().availableProcessors(),
        () -> 0,
        (i, none) -> {
          int place = places[i];
          String name = format.names().get(place);
          Column column =
              kinds[place] == Kind.TEXTS
                  ? texts(name, place, blocks, (int) rows)
                  : numbers(name, place, blocks, (int) rows);
          blocks.forEach(block -> block.values()[place] = null);
          return column;
        });
  }

  private static Column numbers(String name, int place, List<CsvBlock> blocks, int rows) {
    boolean ints = blocks.stream().allMatch(block -> block.values()[place] instanceof int[]);
    if (ints) {
      return Column.Numeric.ofWhole(name, joined(place, blocks, rows));
    }
    double[] numbers = new double[rows];
    boolean whole = true;
    int row = 0;
    for (CsvBlock block : blocks) {
      if (block.values()[place] instanceof BlockColumn.Reals reals) {
        System.arraycopy(reals.numbers(), 0, numbers, row, block.rows());
        whole &= reals.whole();
        row += block.rows();
        continue;
      }
      for (int number : (int[]) block.values()[place]) {
        numbers[row++] = number == BlockColumn.MISSING ? Double.NaN : number;
      }
    }
    return new Column.Numeric(name, numbers, whole);
  }

  private static int[] joined(int place, List<CsvBlock> blocks, int rows) {
    int[] all = new int[rows];
    int row = 0;
    for (CsvBlock block : blocks) {
      System.arraycopy((int[]) block.values()[place], 0, all, row, block.rows());
      row += block.rows();
    }
    return all;
  }

  /** Codes anew, by first appearance in the file: each reader has its own. */
  private Column texts(String name, int place, List<CsvBlock> blocks, int rows) {
    int[] codes = new int[rows];
    List<String> values = new ArrayList<>();
    Map<String, Integer> known = new HashMap<>();
    Map<BlockReader, int[]> renamed = new IdentityHashMap<>();
    int row = 0;
    for (CsvBlock block : blocks) {
      ByteNames names = block.reader().names(place);
      int[] rename =
          renamed.computeIfAbsent(
              block.reader(),
              reader -> {
                int[] unknown = new int[names.size()];
                Arrays.fill(unknown, -1);
                return unknown;
              });
      for (int code : (int[]) block.values()[place]) {
        if (rename[code] < 0) {
          String text = text(names, code);
          rename[code] =
              known.computeIfAbsent(
                  missing.contains(text) ? "" : text,
                  t -> {
                    values.add(t);
                    return values.size() - 1;
                  });
        }
        codes[row++] = rename[code];
      }
    }
    if (TextBuilder.isDictionary(values.size(), rows, read.maxCategories())) {
      return new Column.Categorical(name, codes, values, known.getOrDefault("", -1));
    }
    String[] texts = new String[rows];
    for (int i = 0; i < rows; i++) {
      String text = values.get(codes[i]);
      texts[i] = text.isEmpty() ? null : text;
    }
    return new Column.Text(name, texts);
  }

  private static String text(ByteNames names, int code) {
    try {
      return names.text(code);
    } catch (CharacterCodingException e) {
      throw new UnusualTextException("a text is not UTF-8");
    }
  }
}
