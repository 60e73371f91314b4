package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Column;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Weka's attribute-relation file format. */
final class ArffReader {
  private final Path file;
  private final List<ColumnBuilder> builders = new ArrayList<>();
  private final List<Boolean> numeric = new ArrayList<>();
  private int line;

  private ArffReader(Path file) {
    this.file = file;
  }

  static List<Column> read(Path file) {
    try (BufferedReader reader = TextFiles.open(file)) {
      return new ArffReader(file).read(reader);
    } catch (IOException e) {
      throw new InputException("cannot be read", file.toString(), "the file may be cut short", e);
    }
  }

  private List<Column> read(BufferedReader reader) throws IOException {
    boolean data = false;
    for (String text = reader.readLine(); text != null; text = reader.readLine()) {
      line++;
      String trimmed = text.strip();
      if (trimmed.isEmpty() || trimmed.startsWith("%")) {
        continue;
      }
      String lower = trimmed.toLowerCase(Locale.ROOT);
      if (data) {
        row(trimmed);
      } else if (lower.startsWith("@attribute")) {
        attribute(trimmed.substring("@attribute".length()).strip());
      } else if (lower.startsWith("@data")) {
        data = true;
      } else if (!lower.startsWith("@relation")) {
        throw refusal("expected @attribute or @data, found '" + trimmed + "'");
      }
    }
    if (!data) {
      throw refusal("there is no @data section");
    }
    return builders.stream().map(ColumnBuilder::build).toList();
  }

  private void attribute(String text) {
    List<String> parts = fields(text, " \t", 2);
    if (parts.size() < 2) {
      throw refusal("an attribute needs a name and a type: '" + text + "'");
    }
    String type = parts.get(1).toLowerCase(Locale.ROOT);
    boolean number = type.startsWith("num") || type.startsWith("real") || type.startsWith("int");
    numeric.add(number);
    builders.add(
        number
            ? ColumnBuilder.ofNumbers(parts.get(0), type.startsWith("int"))
            : ColumnBuilder.ofTexts(parts.get(0)));
  }

  private void row(String text) {
    List<String> fields = fields(text, ",", Integer.MAX_VALUE);
    if (fields.size() == builders.size() + 1 && fields.get(builders.size()).isEmpty()) {
      fields.remove(builders.size()); // DELVE's files end each row with a comma
    }
    if (fields.size() != builders.size()) {
      throw refusal(fields.size() + " values for " + builders.size() + " attributes");
    }
    for (int c = 0; c < fields.size(); c++) {
      String field = fields.get(c);
      boolean missing = field.equals("?");
      if (!numeric.get(c)) {
        builders.get(c).add(missing ? null : field);
        continue;
      }
      try {
        builders.get(c).add(missing ? Double.NaN : Double.parseDouble(field));
      } catch (NumberFormatException e) {
        throw refusal("'" + field + "' is not a number");
      }
    }
  }

  /** Splits at separators outside quotes; the last field takes the rest. */
  private List<String> fields(String text, String separators, int most) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        if (c == quote) {
          quote = 0;
        } else {
          field.append(c);
        }
      } else if ((c == '\'' || c == '"')
          && field.toString().isBlank()
          && fields.size() < most - 1) {
        quote = c;
        field.setLength(0);
      } else if (separators.indexOf(c) >= 0 && fields.size() < most - 1) {
        if (separators.equals(",") || field.length() > 0) {
          fields.add(field.toString().strip());
        }
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    if (quote != 0) {
      throw refusal("a quote is never closed");
    }
    fields.add(field.toString().strip());
    return fields;
  }

  private InputException refusal(String what) {
    return new InputException(
        what, file + " line " + line, "mend the line or fetch the file again");
  }
}
