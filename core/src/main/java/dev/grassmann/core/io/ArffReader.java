package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Weka's attribute-relation file format: nominal, numeric and string attributes, dates as texts,
 * {@code ?} for a missing value, dense and sparse rows.
 */
final class ArffReader {
  private final Path file;
  private final TableRead read;
  private final RowChoice choice;
  private final List<ArffAttribute> attributes = new ArrayList<>();
  private List<ColumnBuilder> builders;
  private int line;

  private ArffReader(Path file, TableRead read) {
    this.file = file;
    this.read = read;
    this.choice = new RowChoice(read);
  }

  static Table read(Path file, TableRead read) {
    DuckTables.requireReadable(file);
    try (BufferedReader reader = TextFiles.open(file)) {
      return new ArffReader(file, read).read(reader);
    } catch (IOException e) {
      throw new InputException("cannot be read", file.toString(), "the file may be cut short", e);
    }
  }

  private Table read(BufferedReader reader) throws IOException {
    for (String text = reader.readLine(); text != null; text = reader.readLine()) {
      line++;
      String trimmed = text.strip();
      if (trimmed.isEmpty() || trimmed.startsWith("%")) {
        continue;
      }
      if (builders == null) {
        header(trimmed);
      } else {
        row(trimmed);
      }
    }
    if (builders == null) {
      throw refusal("there is no @data section");
    }
    if (choice.kept() == 0) {
      throw InputException.file(file, "the table has no rows", "give at least one row");
    }
    List<Column> columns = new ArrayList<>();
    for (int c = 0; c < builders.size(); c++) {
      columns.add(builders.get(c).build(attributes.get(c).name(), choice.kept(), choice.order()));
    }
    Table table = new Table(file.getFileName().toString(), columns);
    return read.columns().isEmpty() ? table : table.select(read.columns());
  }

  private void header(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.startsWith("@attribute")) {
      String rest = text.substring("@attribute".length()).strip();
      attributes.add(ArffAttribute.parse(rest, this::refusal));
    } else if (lower.startsWith("@data")) {
      if (attributes.isEmpty()) {
        throw refusal("there is no @attribute before @data");
      }
      builders = attributes.stream().map(a -> a.builder(read.maxCategories())).toList();
    } else if (!lower.startsWith("@relation")) {
      throw refusal("expected @attribute or @data, found '" + text + "'");
    }
  }

  private void row(String text) {
    if (choice.pass(1) == 0) {
      return;
    }
    int slot = choice.slot(0);
    builders.forEach(builder -> builder.reserve(choice.kept()));
    if (text.startsWith("{")) {
      sparse(text, slot);
      return;
    }
    List<ArffWords.Word> words = ArffWords.split(text, this::refusal);
    if (words.size() == attributes.size() + 1 && words.get(attributes.size()).text().isEmpty()) {
      words.remove(attributes.size()); // DELVE's files end each row with a comma
    }
    if (words.size() != attributes.size()) {
      throw refusal(words.size() + " values for " + attributes.size() + " attributes");
    }
    for (int c = 0; c < words.size(); c++) {
      attributes.get(c).put(builders.get(c), slot, words.get(c), this::refusal);
    }
  }

  /** {@code {1 X, 3 Y}}: what is not named is 0, or the first of the values declared. */
  private void sparse(String text, int slot) {
    if (!text.endsWith("}")) {
      throw refusal("a sparse row does not end with }");
    }
    for (int c = 0; c < attributes.size(); c++) {
      attributes.get(c).putDefault(builders.get(c), slot);
    }
    String inside = text.substring(1, text.length() - 1).strip();
    if (inside.isEmpty()) {
      return;
    }
    for (ArffWords.Word pair : ArffWords.split(inside, this::refusal)) {
      int gap = pair.text().indexOf(' ');
      String index = gap < 0 ? pair.text() : pair.text().substring(0, gap);
      if (gap < 0 || !index.matches("[0-9]{1,9}") || Integer.parseInt(index) >= builders.size()) {
        throw refusal(
            "'" + pair.text() + "' is no index (below " + builders.size() + ") and value");
      }
      int c = Integer.parseInt(index);
      ArffWords.Word value = new ArffWords.Word(pair.text().substring(gap).strip(), pair.quoted());
      attributes.get(c).put(builders.get(c), slot, value, this::refusal);
    }
  }

  private InputException refusal(String what) {
    return new InputException(
        what, file + " line " + line, "mend the line or fetch the file again");
  }
}
