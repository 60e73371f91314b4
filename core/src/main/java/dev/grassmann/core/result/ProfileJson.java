package dev.grassmann.core.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.InputException;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.result.ColumnProfile.Finding;
import dev.grassmann.core.result.ColumnProfile.Range;
import dev.grassmann.core.result.ColumnProfile.Rare;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A profile as JSON, there and back. */
final class ProfileJson {
  private ProfileJson() {}

  static ObjectNode write(TableProfile profile) {
    ObjectNode node = Json.object().put("table", profile.table()).put("rows", profile.rows());
    node.put("rareBound", profile.rareBound());
    ArrayNode list = node.putArray("columns");
    for (ColumnProfile column : profile.columns()) {
      ObjectNode entry = list.addObject().put("name", column.name()).put("kind", column.kind());
      entry.put("coverage", column.coverage()).put("bytes", column.bytes());
      entry.put("cardinality", column.cardinality()).put("entropy", column.entropy());
      entry.put("most", column.most()).put("mostShare", column.mostShare());
      ObjectNode repeated = entry.putObject("repeated");
      for (int i = 0; i < ColumnProfile.TIMES.size(); i++) {
        repeated.put(Long.toString(ColumnProfile.TIMES.get(i)), column.repeated().get(i));
      }
      entry.put("rare", column.rare());
      entry.set("rareValues", Json.tree(column.rareValues()));
      if (column.numbers() != null) {
        ObjectNode range = entry.putObject("numbers");
        range.put("min", column.numbers().min()).put("max", column.numbers().max());
        range.put("mean", column.numbers().mean()).put("sd", column.numbers().sd());
        range.put("zeros", column.numbers().zeros());
      }
      ArrayNode findings = entry.putArray("findings");
      column.findings().forEach(f -> findings.add(f.name().toLowerCase(Locale.ROOT)));
      entry.put("copyOf", column.copyOf());
    }
    node.set("groups", Json.tree(profile.groups()));
    return node;
  }

  static TableProfile read(JsonNode node) {
    for (String field : List.of("table", "rows", "columns", "groups")) {
      if (!node.hasNonNull(field)) {
        throw new InputException(
            "has no field '" + field + "'", "a saved profile", "give a profile.json of a run");
      }
    }
    return new TableProfile(
        node.get("table").asText(),
        node.get("rows").asLong(),
        node.path("rareBound").asInt(1),
        list(node.get("columns"), ProfileJson::column),
        list(node.get("groups"), ProfileJson::group));
  }

  private static ColumnProfile column(JsonNode node) {
    JsonNode range = node.path("numbers");
    return new ColumnProfile(
        node.path("name").asText(),
        node.path("kind").asText(),
        node.path("coverage").asDouble(),
        node.path("bytes").asDouble(),
        node.path("cardinality").asLong(),
        node.path("entropy").asDouble(),
        node.path("most").asText(),
        node.path("mostShare").asDouble(),
        list(node.path("repeated"), JsonNode::asLong),
        node.path("rare").asLong(),
        list(
            node.path("rareValues"),
            rare -> new Rare(rare.path("value").asText(), rare.path("count").asLong())),
        range.isMissingNode()
            ? null
            : new Range(
                number(range, "min"),
                number(range, "max"),
                number(range, "mean"),
                number(range, "sd"),
                number(range, "zeros")),
        list(node.path("findings"), ProfileJson::finding),
        node.path("copyOf").asText());
  }

  private static Finding finding(JsonNode word) {
    for (Finding finding : Finding.values()) {
      if (finding.name().equalsIgnoreCase(word.asText())) {
        return finding;
      }
    }
    throw new InputException(
        "unknown finding '" + word.asText() + "'",
        "a saved profile",
        "give a profile.json of a run");
  }

  private static RowProfile group(JsonNode node) {
    return new RowProfile(
        node.path("group").asText(),
        node.path("rows").asLong(),
        node.path("empty").asDouble(),
        node.path("braces").asDouble(),
        node.path("zero").asDouble(),
        list(node.path("longer"), JsonNode::asDouble),
        node.path("entropy").asDouble(),
        list(node.path("emptyHistogram"), JsonNode::asLong));
  }

  /** Infinite and missing numbers are texts in JSON. */
  private static double number(JsonNode node, String field) {
    JsonNode number = node.path(field);
    return number.isTextual() ? Double.parseDouble(number.asText()) : number.asDouble(Double.NaN);
  }

  private static <T> List<T> list(JsonNode nodes, Function<JsonNode, T> read) {
    List<T> list = new ArrayList<>();
    nodes.forEach(node -> list.add(read.apply(node)));
    return list;
  }
}
