package dev.grassmann.tables.outrank;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.io.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Tables for tests: those that make_outrank.py wrote, and small ones made on the spot. */
final class Fixtures {
  private Fixtures() {}

  static String text(String name) throws IOException {
    try (InputStream in = Fixtures.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static JsonNode json(String name) throws IOException {
    return Json.parse(text(name), name);
  }

  /** Lines of a CSV file without quotes, the header first. */
  static List<String[]> lines(String name) throws IOException {
    return text(name).lines().map(line -> line.split(",", -1)).toList();
  }

  /** A CSV file as a table of texts. */
  static Table table(String name) throws IOException {
    List<String[]> lines = lines(name);
    List<Column> columns = new ArrayList<>();
    for (int c = 0; c < lines.get(0).length; c++) {
      int column = c;
      columns.add(
          new Column.Text(
              lines.get(0)[c],
              lines.stream().skip(1).map(line -> line[column]).toArray(String[]::new)));
    }
    return new Table(name, columns);
  }

  static Column texts(String name, String... texts) {
    return new Column.Text(name, texts);
  }

  static Column numbers(String name, double... numbers) {
    return new Column.Numeric(name, numbers, false);
  }

  static Column whole(String name, int rows, IntUnaryOperator number) {
    double[] numbers = IntStream.range(0, rows).map(number).asDoubleStream().toArray();
    return new Column.Numeric(name, numbers, true);
  }

  static Table table(Column... columns) {
    return new Table("table", Arrays.asList(columns));
  }
}
