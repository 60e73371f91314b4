package dev.grassmann.tables.quickselection;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.io.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the released program gave; the script that asked it lies beside the files. */
final class Fixture {
  private Fixture() {}

  static JsonNode read(String name) {
    try (InputStream in = Fixture.class.getResourceAsStream(name)) {
      return Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A layer from triples (from, to, weight); velocities are 0. */
  static Connections layer(JsonNode triples, int inputs, int units) {
    List<JsonNode> sorted = new ArrayList<>();
    triples.forEach(sorted::add);
    sorted.sort(Comparator.comparingLong(t -> t.get(1).asLong() * inputs + t.get(0).asLong()));
    long[] position = new long[sorted.size()];
    float[] weight = new float[sorted.size()];
    for (int e = 0; e < position.length; e++) {
      position[e] = sorted.get(e).get(1).asLong() * inputs + sorted.get(e).get(0).asLong();
      weight[e] = (float) sorted.get(e).get(2).asDouble();
    }
    return Connections.at(inputs, units, position, weight, new float[position.length]);
  }

  static float[] floats(JsonNode numbers) {
    float[] floats = new float[numbers.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers.get(i).asDouble();
    }
    return floats;
  }

  static Cells cells(JsonNode rows) {
    int columns = rows.get(0).size();
    float[] cells = new float[rows.size() * columns];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = (float) rows.get(i / columns).get(i % columns).asDouble();
    }
    return new Cells.Dense(cells, rows.size(), columns);
  }
}
