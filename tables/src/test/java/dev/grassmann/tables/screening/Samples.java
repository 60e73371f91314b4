package dev.grassmann.tables.screening;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.io.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;

/** Data of the tests: columns made on the spot, and the fixture with the reference's figures. */
final class Samples {
  private Samples() {}

  static Column.Numeric numbers(String name, int rows, IntToDoubleFunction value) {
    double[] numbers = new double[rows];
    for (int row = 0; row < rows; row++) {
      numbers[row] = value.applyAsDouble(row);
    }
    return new Column.Numeric(name, numbers, false);
  }

  static Column.Numeric noise(String name, int rows, long seed) {
    return new Column.Numeric(name, normal(rows, seed), false);
  }

  static double[] normal(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed * 7919);
    double[] numbers = new double[rows];
    for (int row = 0; row < rows; row++) {
      numbers[row] = random.nextGaussian();
    }
    return numbers;
  }

  static Table table(Column... columns) {
    return new Table("table", List.of(columns));
  }

  /** Column of the fixture: 0 is x, 1 is y, 2 the class. */
  static double[] fixture(int column) {
    return resource("screening.csv")
        .lines()
        .skip(1)
        .mapToDouble(line -> Double.parseDouble(line.split(",")[column]))
        .toArray();
  }

  static JsonNode figures(String file) {
    return Json.parse(resource(file), file);
  }

  static String resource(String file) {
    try (InputStream in = Samples.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
