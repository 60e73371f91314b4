package dev.grassmann.core.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.InputException;
import dev.grassmann.core.io.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A similarity as JSON, there and back. */
final class SimilarityJson {
  private SimilarityJson() {}

  static ObjectNode write(Similarity similarity) {
    ObjectNode node = Json.object();
    node.put("rows", similarity.rows());
    node.put("columnsA", similarity.columnsA()).put("columnsB", similarity.columnsB());
    ArrayNode scores = node.putArray("scores");
    for (SimilarityScore score : similarity.scores()) {
      ObjectNode entry = scores.addObject();
      entry.put("measure", score.measure()).put("title", score.title());
      entry.put("value", score.value()).put("rows", score.rows());
      score.chance().ifPresent(none -> entry.set("null", write(none, score.value())));
      entry.set("also", Json.tree(score.also()));
    }
    return node;
  }

  private static ObjectNode write(SimilarityNull none, double value) {
    ObjectNode node = Json.object();
    node.put("rows", none.rows()).put("mean", none.mean());
    node.put("quantile95", none.quantile(0.95)).put("corrected", none.corrected(value));
    node.put("p", none.pValue(value)).set("scores", Json.tree(none.scores()));
    return node;
  }

  static Similarity read(JsonNode node) {
    for (String field : List.of("rows", "columnsA", "columnsB", "scores")) {
      if (!node.hasNonNull(field)) {
        throw refused("has no field '" + field + "'");
      }
    }
    List<SimilarityScore> scores = new ArrayList<>();
    node.get("scores").forEach(entry -> scores.add(score(entry)));
    if (scores.isEmpty()) {
      throw refused("has no scores");
    }
    return new Similarity(
        node.get("rows").asInt(),
        node.get("columnsA").asInt(),
        node.get("columnsB").asInt(),
        scores);
  }

  private static SimilarityScore score(JsonNode entry) {
    Map<String, Double> also = new LinkedHashMap<>();
    entry
        .path("also")
        .fields()
        .forEachRemaining(f -> also.put(f.getKey(), f.getValue().asDouble()));
    return new SimilarityScore(
        entry.path("measure").asText(),
        entry.path("title").asText(),
        entry.path("value").asDouble(Double.NaN),
        entry.path("rows").asInt(),
        entry.hasNonNull("null") ? Optional.of(none(entry.get("null"))) : Optional.empty(),
        also);
  }

  private static SimilarityNull none(JsonNode node) {
    List<Double> scores = new ArrayList<>();
    node.path("scores").forEach(score -> scores.add(score.asDouble()));
    if (scores.isEmpty()) {
      throw refused("has a null without scores");
    }
    return new SimilarityNull(
        node.path("rows").asInt(), scores.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static InputException refused(String what) {
    return new InputException(what, "a saved similarity", "give a similarity.json of a run");
  }
}
