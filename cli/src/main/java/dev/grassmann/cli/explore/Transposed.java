package dev.grassmann.cli.explore;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * A table that lies on its side, as gene expressions do: a line of classes first, then a line of
 * numbers a column, separated by blanks, commas or tabs.
 */
public final class Transposed {
  private Transposed() {}

  /**
   * Reads the whole file.
   *
   * @throws InputException where it cannot be read, or a field is no number
   */
  public static Table of(Path file) {
    List<Column> columns = new ArrayList<>();
    try (BufferedReader reader = open(file)) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!line.isBlank()) {
          columns.add(column(line.strip().split("[,\\s]+"), columns.size(), file, number));
        }
      }
    } catch (IOException e) {
      throw new InputException("cannot be read", file.toString(), "fetch the file again", e);
    }
    return new Table(file.getFileName().toString(), columns);
  }

  private static BufferedReader open(Path file) throws IOException {
    var bytes = Files.newInputStream(file);
    var plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
    return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
  }

  private static Column column(String[] fields, int index, Path file, int line) {
    double[] numbers = new double[fields.length];
    for (int i = 0; i < fields.length; i++) {
      try {
        numbers[i] = Double.parseDouble(fields[i]);
      } catch (NumberFormatException e) {
        throw new InputException(
            "'" + fields[i] + "' is not a number",
            file + " line " + line,
            "a table on its side holds numbers only",
            e);
      }
    }
    if (index > 0) {
      return new Column.Numeric("column" + index, numbers, false);
    }
    // classes may carry the sample's number: the sign is the class
    int[] codes = new int[numbers.length];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = numbers[i] < 0 ? 0 : 1;
    }
    return new Column.Categorical("class", codes, List.of("negative", "positive"), -1);
  }
}
