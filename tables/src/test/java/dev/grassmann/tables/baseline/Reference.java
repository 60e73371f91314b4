package dev.grassmann.tables.baseline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.io.Json;
import dev.grassmann.tables.Outcomes;
import dev.grassmann.tables.Sample;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A small table with scikit-learn's figures of it; {@code reference.py} wrote them. */
final class Reference {
  private static final JsonNode ALL = read();

  private Reference() {}

  private static JsonNode read() {
    try (InputStream in = Reference.class.getResourceAsStream("reference.json")) {
      return Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), "reference.json");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Sample numbers() {
    return new Sample(matrix("columns"), new Outcomes.Numbers("y", array("number")));
  }

  static Sample classes() {
    int[] codes = Arrays.stream(array("code")).mapToInt(c -> (int) c).toArray();
    return new Sample(
        matrix("columns"), new Outcomes.Classes("y", codes, List.of("low", "middle", "high")));
  }

  /** The first 160 rows, that the forests learnt from. */
  static Sample training(Sample sample) {
    return sample.pick(IntStream.range(0, 160).toArray());
  }

  static Sample test(Sample sample) {
    return sample.pick(IntStream.range(160, sample.rows()).toArray());
  }

  static double[] array(String... path) {
    JsonNode node = at(path);
    return IntStream.range(0, node.size()).mapToDouble(i -> node.get(i).asDouble()).toArray();
  }

  static double[][] matrix(String... path) {
    JsonNode node = at(path);
    double[][] rows = new double[node.size()][];
    for (int i = 0; i < rows.length; i++) {
      JsonNode row = node.get(i);
      rows[i] = IntStream.range(0, row.size()).mapToDouble(j -> row.get(j).asDouble()).toArray();
    }
    return rows;
  }

  static double figure(String... path) {
    return at(path).asDouble();
  }

  private static JsonNode at(String... path) {
    JsonNode node = ALL;
    for (String step : path) {
      node = node.path(step);
    }
    return node;
  }
}
