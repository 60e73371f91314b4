package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A text table read row by row, for what DuckDB cannot read (thousands of columns, such as genes or
 * pixels; columns aligned with runs of blanks) and for what is read before DuckDB has started. A
 * column is of numbers until a text turns up in it; those columns are then read again as texts,
 * since a number does not say how it was written.
 */
final class LineTable {
  private static final int SHOWN = 5;
  private static final int WIDTH = 60;

  private final Path file;
  private final CsvFormat format;
  private final TableRead read;
  private final Set<String> missing;
  private final int[] places; // of the columns wanted

  LineTable(Path file, CsvFormat format, TableRead read) {
    this.file = file;
    this.format = format;
    this.read = read;
    this.missing = new HashSet<>(read.missing());
    missing.add("");
    this.places = ColumnNames.choose(format.names(), read.columns(), file);
  }

  Table read() {
    boolean[] texts = new boolean[places.length];
    List<Column> columns = pass(texts, null);
    boolean again = false;
    for (int c = 0; c < places.length; c++) {
      texts[c] |= ColumnTypes.isInexact(columns.get(c));
      again |= texts[c];
    }
    if (again) {
      columns = pass(texts, columns);
    }
    return new Table(file.getFileName().toString(), columns);
  }

  /** The table with every column as texts, as they are written. */
  Table readTexts() {
    boolean[] texts = new boolean[places.length];
    Arrays.fill(texts, true);
    return new Table(file.getFileName().toString(), pass(texts, List.of()));
  }

  long rows() {
    return walk((rows, row) -> {});
  }

  private interface Visitor {
    void visit(CsvRows rows, long row);
  }

  /**
   * Goes through the file once.
   *
   * @param texts columns known to be texts; on return, also those found to be
   * @param known columns of a first pass; then only texts are read, else only numbers
   */
  private List<Column> pass(boolean[] texts, List<Column> known) {
    RowChoice choice = new RowChoice(read);
    ColumnBuilder[] builders = new ColumnBuilder[places.length];
    for (int c = 0; c < places.length; c++) {
      boolean text = known != null && texts[c];
      builders[c] = text ? new TextBuilder(read.maxCategories()) : NumberBuilder.ofDoubles();
    }
    walk(
        (rows, row) -> {
          boolean kept = choice.pass(1) > 0;
          for (int c = 0; c < places.length; c++) {
            if (known == null) {
              number(rows, c, kept ? choice.slot(0) : -1, (NumberBuilder) builders[c], texts);
            } else if (kept && builders[c] instanceof TextBuilder text) {
              String field = rows.field(places[c]);
              text.reserve(choice.slot(0) + 1);
              text.put(choice.slot(0), missing.contains(field) ? null : field);
            }
          }
        });
    if (choice.kept() == 0) {
      throw InputException.file(file, "the table has no rows", "give at least one row");
    }
    List<Column> columns = new ArrayList<>();
    int[] order = choice.order();
    for (int c = 0; c < places.length; c++) {
      builders[c].reserve(choice.kept()); // a column that turned out to be of texts has no slots
      boolean keep = known != null && !texts[c];
      columns.add(
          keep
              ? known.get(c)
              : builders[c].build(format.names().get(places[c]), choice.kept(), order));
    }
    return columns;
  }

  private void number(CsvRows rows, int c, int slot, NumberBuilder builder, boolean[] texts) {
    if (texts[c]) {
      return;
    }
    int field = places[c];
    double number = DecimalText.parse(rows.text(), rows.start(field), rows.end(field));
    if (Double.isNaN(number) && !missing.contains(rows.field(field))) {
      texts[c] = true;
    } else if (slot >= 0) {
      builder.reserve(slot + 1);
      builder.put(slot, number);
    }
  }

  private long walk(Visitor visitor) {
    int width = format.names().size();
    long count = 0;
    long bad = 0;
    List<String> shown = new ArrayList<>();
    // a reader of this charset's decoder refuses what is not UTF-8; one of the charset replaces it
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(TextFiles.bytes(file), StandardCharsets.UTF_8.newDecoder()))) {
      CsvRows rows = new CsvRows(reader, format.dialect());
      boolean skip = format.header().present();
      while (rows.next()) {
        if (skip) {
          skip = false;
        } else if (rows.fields() == width) {
          visitor.visit(rows, count++);
        } else if (bad++ < SHOWN) {
          shown.add("line " + rows.line() + " (" + clip(rows) + ")");
        }
      }
    } catch (CharacterCodingException e) {
      throw new InputException(
          "is not UTF-8 text", file.toString(), "convert it, e.g. iconv -f latin1 -t utf-8", e);
    } catch (IOException e) {
      throw InputFiles.unreadable(file, e);
    }
    if (bad > 0) {
      throw CsvRejects.refusal(file, bad, width, String.join(", ", shown));
    }
    return count;
  }

  private String clip(CsvRows rows) {
    String[] fields = new String[Math.min(rows.fields(), WIDTH)];
    Arrays.setAll(fields, rows::field);
    return CsvRejects.clip(String.join(String.valueOf(format.dialect().delimiter()), fields));
  }
}
