package dev.grassmann.tables.kan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.io.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Networks with what the released program made of them; {@code reference.py} wrote them. */
record Reference(JsonNode node) {
  static List<Reference> cases() {
    try (InputStream in = Reference.class.getResourceAsStream("reference.json")) {
      JsonNode all =
          Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), "reference.json");
      List<Reference> cases = new ArrayList<>();
      all.path("cases").forEach(node -> cases.add(new Reference(node)));
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  KanNetwork network() {
    return network("layers");
  }

  KanNetwork trained() {
    return network("trained");
  }

  private KanNetwork network(String field) {
    SplineGrid grid = new SplineGrid(node.path("grid").asInt(), node.path("order").asInt());
    List<KanLayer> layers = new ArrayList<>();
    for (JsonNode layer : node.path(field)) {
      layers.add(
          new KanLayer(
              "layer" + layers.size(),
              layer.path("inputs").asInt(),
              layer.path("outputs").asInt(),
              grid,
              floats(layer, "base"),
              floats(layer, "spline"),
              floats(layer, "scale")));
    }
    return new KanNetwork(layers);
  }

  int rows() {
    return node.path("rows").asInt();
  }

  int[] allRows() {
    return IntStream.range(0, rows()).toArray();
  }

  float[] x() {
    return floats(node, "x");
  }

  Objective objective() {
    int outputs = network().outputs();
    double[] y = figures("y");
    return outputs == 1
        ? new Objective.SquaredError(y)
        : new Objective.CrossEntropy(
            IntStream.range(0, y.length).map(i -> (int) y[i]).toArray(), outputs);
  }

  /** All parameters' gradients, as {@link KanNetwork#parameters} has them. */
  List<double[]> gradients() {
    List<double[]> gradients = new ArrayList<>();
    for (JsonNode layer : node.path("gradients")) {
      for (String field : List.of("base", "spline", "scale")) {
        gradients.add(figures(layer, field));
      }
    }
    return gradients;
  }

  double figure(String field) {
    return node.path(field).asDouble();
  }

  double[] figures(String field) {
    return figures(node, field);
  }

  private static double[] figures(JsonNode node, String field) {
    JsonNode array = node.path(field);
    return IntStream.range(0, array.size()).mapToDouble(i -> array.get(i).asDouble()).toArray();
  }

  private static float[] floats(JsonNode node, String field) {
    double[] figures = figures(node, field);
    float[] floats = new float[figures.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) figures[i];
    }
    return floats;
  }

  @Override
  public String toString() {
    return "grid " + node.path("grid") + ", order " + node.path("order");
  }
}
