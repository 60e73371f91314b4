package dev.grassmann.core.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.InputException;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.result.FeatureScore.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A ranking as JSON, there and back; NaN is written as null. */
final class RankingJson {
  private RankingJson() {}

  static ObjectNode write(FeatureRanking ranking) {
    ObjectNode node = Json.object();
    node.put("method", ranking.method()).put("measure", ranking.measure());
    node.put("unit", ranking.unit()).put("target", ranking.target());
    node.put("table", ranking.table()).put("rows", ranking.rows());
    put(node, "ceiling", ranking.ceiling());
    ArrayNode scores = node.putArray("features");
    for (FeatureScore score : ranking.scores()) {
      ObjectNode entry = scores.addObject().put("feature", score.feature());
      entry.put("role", score.role().name().toLowerCase(Locale.ROOT));
      put(entry, "score", score.score());
      put(entry, "sd", score.sd());
      entry.put("batches", score.batches()).put("cardinality", score.values());
      put(entry, "coverage", score.coverage());
    }
    ArrayNode pairs = node.putArray("pairs");
    for (PairScore pair : ranking.pairs()) {
      ObjectNode entry = pairs.addObject();
      entry.put("featureA", pair.first()).put("featureB", pair.second());
      put(entry, "score", pair.score());
      put(entry, "sd", pair.sd());
      entry.put("batches", pair.batches());
    }
    node.set("selection", Json.tree(ranking.selection()));
    node.set("combined", Json.tree(new TreeMap<>(ranking.combined())));
    ArrayNode beside = node.putArray("beside");
    for (SideMeasure measure : ranking.beside()) {
      beside
          .addObject()
          .put("measure", measure.name())
          .set("values", Json.tree(new LinkedHashMap<>(measure.values())));
    }
    return node;
  }

  static FeatureRanking read(JsonNode node) {
    for (String field : List.of("method", "measure", "features")) {
      if (!node.hasNonNull(field)) {
        throw new InputException(
            "has no field '" + field + "'", "a saved ranking", "give a ranking.json of a run");
      }
    }
    List<FeatureScore> scores = new ArrayList<>();
    for (JsonNode entry : node.get("features")) {
      scores.add(
          new FeatureScore(
              entry.path("feature").asText(),
              Role.valueOf(entry.path("role").asText("column").toUpperCase(Locale.ROOT)),
              number(entry, "score"),
              number(entry, "sd"),
              entry.path("batches").asInt(1),
              entry.path("cardinality").asLong(),
              number(entry, "coverage")));
    }
    List<PairScore> pairs = new ArrayList<>();
    for (JsonNode entry : node.path("pairs")) {
      pairs.add(
          new PairScore(
              entry.path("featureA").asText(),
              entry.path("featureB").asText(),
              number(entry, "score"),
              number(entry, "sd"),
              entry.path("batches").asInt(1)));
    }
    List<String> selection = new ArrayList<>();
    node.path("selection").forEach(name -> selection.add(name.asText()));
    Map<String, Double> combined = new LinkedHashMap<>();
    node.path("combined")
        .properties()
        .forEach(entry -> combined.put(entry.getKey(), entry.getValue().asDouble()));
    List<SideMeasure> beside = new ArrayList<>();
    for (JsonNode entry : node.path("beside")) {
      Map<String, Double> values = new LinkedHashMap<>();
      entry
          .path("values")
          .properties()
          .forEach(value -> values.put(value.getKey(), value.getValue().asDouble()));
      beside.add(new SideMeasure(entry.path("measure").asText(), values));
    }
    return new FeatureRanking(
        node.path("method").asText(),
        node.path("measure").asText(),
        node.path("unit").asText(),
        node.path("target").asText(),
        node.path("table").asText(),
        node.path("rows").asLong(),
        scores,
        number(node, "ceiling"),
        pairs,
        selection,
        combined,
        beside);
  }

  private static void put(ObjectNode node, String field, double value) {
    if (Double.isFinite(value)) {
      node.put(field, value);
    } else {
      node.putNull(field);
    }
  }

  private static double number(JsonNode node, String field) {
    return node.hasNonNull(field) ? node.get(field).asDouble() : Double.NaN;
  }
}
