package dev.grassmann.core.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.InputException;
import dev.grassmann.core.data.SparseMatrix;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.io.NpyFile;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.core.subspace.Subspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** A clustering as files, there and back. */
final class ClusteringFiles {
  private static final String JSON = "clustering.json";
  private static final String CENTRES = "centres.npy";
  private static final String CODES = "coefficients.csv";

  private ClusteringFiles() {}

  static ObjectNode json(Clustering clustering) {
    ObjectNode node = Json.object().put("method", clustering.method());
    node.put("points", clustering.n()).put("clusters", clustering.clusters());
    node.put("unitLength", clustering.unitLength());
    node.set("sizes", Json.tree(clustering.sizes()));
    node.set("dimensions", Json.tree(clustering.flats().stream().map(Flat::dimension).toList()));
    node.set("meanResiduals", numbers(clustering.meanResiduals()));
    clustering
        .graph()
        .ifPresent(
            graph -> {
              node.put("components", graph.components());
              node.set("spectrum", numbers(graph.spectrum()));
              node.set("connectivity", numbers(graph.connectivity()));
              node.set("blockClusters", Json.tree(graph.blockClusters()));
              node.set("blocks", Json.tree(graph.blocks()));
            });
    node.set("labels", Json.tree(clustering.labels()));
    node.set("residuals", numbers(clustering.residuals()));
    if (!clustering.ids().isEmpty()) {
      node.set("ids", Json.tree(clustering.ids()));
    }
    return node;
  }

  /** NaN is written as null, which JSON has. */
  private static ArrayNode numbers(double[] values) {
    ArrayNode node = Json.array();
    for (double value : values) {
      if (Double.isFinite(value)) {
        node.add(value);
      } else {
        node.addNull();
      }
    }
    return node;
  }

  static void write(Clustering clustering, RunFolder folder) {
    folder.writeJson(JSON, json(clustering));
    folder.writeText("labels.csv", labels(clustering));
    List<Flat> flats = clustering.flats();
    int d = clustering.ambientDimension();
    float[] centres = new float[Math.multiplyExact(flats.size(), d)];
    for (int c = 0; c < flats.size(); c++) {
      double[] centre = flats.get(c).centre();
      for (int j = 0; j < d; j++) {
        centres[c * d + j] = (float) centre[j];
      }
      int cluster = c;
      flats.get(c).directions().ifPresent(s -> folder.writeNpy(basis(cluster), directions(s)));
    }
    folder.writeNpy(CENTRES, Vectors.of(centres, flats.size(), d));
    clustering
        .graph()
        .flatMap(ClusterGraph::codes)
        .ifPresent(codes -> folder.writeText(CODES, coefficients(codes)));
  }

  private static String basis(int cluster) {
    return "basis-" + cluster + ".npy";
  }

  /** The basis as vectors, one direction a row. */
  private static Vectors directions(Subspace subspace) {
    int d = subspace.ambientDimension();
    int k = subspace.dimension();
    double[] basis = subspace.basis();
    float[] rows = new float[k * d];
    for (int j = 0; j < d; j++) {
      for (int c = 0; c < k; c++) {
        rows[c * d + j] = (float) basis[j * k + c];
      }
    }
    return Vectors.of(rows, k, d);
  }

  private static String labels(Clustering clustering) {
    boolean named = !clustering.ids().isEmpty();
    StringBuilder csv =
        new StringBuilder(named ? "id,point,cluster,residual\n" : "point,cluster,residual\n");
    int[] labels = clustering.labels();
    double[] residuals = clustering.residuals();
    for (int i = 0; i < labels.length; i++) {
      if (named) {
        csv.append('"').append(clustering.ids().get(i).replace("\"", "\"\"")).append("\",");
      }
      csv.append(i).append(',').append(labels[i]).append(',').append(residuals[i]).append('\n');
    }
    return csv.toString();
  }

  private static String coefficients(SparseMatrix codes) {
    StringBuilder csv = new StringBuilder("point,by,coefficient\n");
    for (int i = 0; i < codes.rows(); i++) {
      for (int e = codes.start(i); e < codes.start(i + 1); e++) {
        csv.append(i).append(',').append(codes.column(e)).append(',').append(codes.value(e));
        csv.append('\n');
      }
    }
    return csv.toString();
  }

  static Clustering read(Path folder) {
    Path file = folder.resolve(JSON);
    if (!Files.isRegularFile(file)) {
      throw InputException.file(
          folder, "holds no clustering", "give the folder that 'cluster fit' wrote with --out");
    }
    JsonNode json = Json.read(file);
    for (String field : List.of("method", "clusters", "dimensions", "labels", "residuals")) {
      if (!json.hasNonNull(field)) {
        throw InputException.file(file, "has no field '" + field + "'", "fit the clusters again");
      }
    }
    try {
      return new Clustering(
          json.get("method").asText(),
          ints(json.get("labels")),
          StreamSupport.stream(json.path("ids").spliterator(), false)
              .map(JsonNode::asText)
              .toList(),
          flats(folder, json),
          doubles(json.get("residuals")),
          json.path("unitLength").asBoolean(true),
          json.has("spectrum") ? Optional.of(graph(folder, json)) : Optional.empty());
    } catch (IllegalArgumentException e) {
      throw new InputException(
          "does not fit together (" + e.getMessage() + ")",
          file.toString(),
          "fit the clusters again",
          e);
    }
  }

  private static List<Flat> flats(Path folder, JsonNode json) {
    Vectors centres = NpyFile.read(folder.resolve(CENTRES));
    List<Flat> flats = new ArrayList<>();
    float[] row = new float[centres.d()];
    for (int c = 0; c < json.get("clusters").asInt(); c++) {
      centres.copyRow(c, row);
      double[] centre = new double[row.length];
      Arrays.setAll(centre, j -> row[j]);
      boolean point = json.get("dimensions").path(c).asInt() == 0;
      flats.add(
          new Flat(
              centre,
              point
                  ? Optional.empty()
                  : Optional.of(Subspace.spannedBy(NpyFile.read(folder.resolve(basis(c)))))));
    }
    return flats;
  }

  private static ClusterGraph graph(Path folder, JsonNode json) {
    JsonNode rows = json.path("blocks");
    double[][] blocks = new double[rows.size()][];
    Arrays.setAll(blocks, b -> doubles(rows.get(b)));
    return new ClusterGraph(
        doubles(json.path("spectrum")),
        json.path("components").asInt(),
        doubles(json.path("connectivity")),
        blocks,
        ints(json.path("blockClusters")),
        Files.isRegularFile(folder.resolve(CODES))
            ? Optional.of(codes(folder.resolve(CODES), json.get("labels").size()))
            : Optional.empty());
  }

  private static SparseMatrix codes(Path file, int n) {
    try (var lines = Files.lines(file)) {
      List<String> entries = lines.skip(1).toList();
      int[] start = new int[n + 1];
      int[] column = new int[entries.size()];
      double[] value = new double[entries.size()];
      for (int e = 0; e < column.length; e++) {
        String[] cells = entries.get(e).split(",");
        start[Integer.parseInt(cells[0]) + 1] = e + 1;
        column[e] = Integer.parseInt(cells[1]);
        value[e] = Double.parseDouble(cells[2]);
      }
      for (int i = 0; i < n; i++) {
        start[i + 1] = Math.max(start[i], start[i + 1]); // points without coefficients
      }
      return SparseMatrix.of(n, start, column, value);
    } catch (IOException | RuntimeException e) {
      throw new InputException(
          "cannot be read as coefficients (" + e.getMessage() + ")",
          file.toString(),
          "fit the clusters again",
          e);
    }
  }

  private static int[] ints(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
  }

  private static double[] doubles(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .mapToDouble(value -> value.isNull() ? Double.NaN : value.asDouble())
        .toArray();
  }
}
