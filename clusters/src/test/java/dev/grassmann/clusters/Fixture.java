package dev.grassmann.clusters;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** Reference figures; {@code make_classical.py} beside them says how they were made. */
public final class Fixture {
  private Fixture() {}

  public static JsonNode json(String name) {
    return Json.parse(text(name), name);
  }

  /** Points of a CSV file with a header, one a row. */
  public static Vectors points(String name) {
    String[] lines = text(name).strip().split("\n");
    float[][] rows = new float[lines.length - 1][];
    for (int i = 0; i < rows.length; i++) {
      String[] cells = lines[i + 1].split(",");
      rows[i] = new float[cells.length];
      for (int j = 0; j < cells.length; j++) {
        rows[i][j] = Float.parseFloat(cells[j]);
      }
    }
    return Vectors.of(rows);
  }

  public static int[] ints(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
  }

  public static double[] doubles(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }

  /** Sum over i, j of c_ij sin(1 + i + 2 j): one number that every entry of a matrix moves. */
  public static double checksum(int rows, int columns, Entry entry) {
    return IntStream.range(0, rows)
        .mapToDouble(
            i ->
                IntStream.range(0, columns)
                    .mapToDouble(j -> entry.at(i, j) * Math.sin(1.0 + i + 2.0 * j))
                    .sum())
        .sum();
  }

  /** Entry (i, j) of a matrix. */
  @FunctionalInterface
  public interface Entry {
    double at(int i, int j);
  }

  private static String text(String name) {
    try (InputStream in = Fixture.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
