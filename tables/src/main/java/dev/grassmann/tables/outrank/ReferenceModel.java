package dev.grassmann.tables.outrank;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.result.FeatureScore.Role;
import dev.grassmann.core.run.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a model that exists already looks at, as JSON says it: {@code {"desc": {"features": ["a",
 * "b,c"], "fields": ["d"]}}}, where {@code b,c} are two columns taken as one.
 *
 * @param features the columns of each feature, two or more where they are combined
 * @param fields columns that the model reads in another way
 */
record ReferenceModel(List<List<String>> features, List<String> fields) {
  /** No model. */
  static final ReferenceModel NONE = new ReferenceModel(List.of(), List.of());

  /** The model that the options name, or none. */
  static ReferenceModel of(OutRankConfig config) {
    return config.reference().isEmpty() ? NONE : read(Path.of(config.reference()));
  }

  /**
   * Reads a file.
   *
   * @throws InputException where there is none, or it has no features
   */
  static ReferenceModel read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw InputException.file(file, "does not exist", "give the JSON of a model");
    }
    JsonNode said = Json.read(file).path("desc");
    List<List<String>> features = new ArrayList<>();
    for (String feature : texts(said, "features", file)) {
      List<String> columns = List.of(feature.split(",", -1)).stream().map(String::strip).toList();
      if (columns.contains("") || Set.copyOf(columns).size() < columns.size()) {
        throw new InputException(
            "'" + feature + "' is no feature",
            file + ", desc.features",
            "write a column, or columns with commas between, each once");
      }
      features.add(columns);
    }
    if (features.isEmpty()) {
      throw new InputException(
          "the reference model has no features",
          file.toString(),
          "write {\"desc\": {\"features\": [\"a\", \"b,c\"]}} with names of columns");
    }
    return new ReferenceModel(features, texts(said, "fields", file));
  }

  private static List<String> texts(JsonNode said, String field, Path file) {
    JsonNode list = said.path(field);
    if (!list.isMissingNode() && !list.isArray()) {
      throw new InputException(
          "desc." + field + " is no list", file.toString(), "write a list of names of columns");
    }
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  boolean exists() {
    return !features.isEmpty();
  }

  /** Features of more than one column. */
  List<List<String>> combinations() {
    return features.stream().filter(columns -> columns.size() > 1).toList();
  }

  /** Whether the model looks at these columns, taken as one. */
  boolean has(List<String> columns) {
    Set<String> wanted = Set.copyOf(columns);
    return features.stream().anyMatch(feature -> Set.copyOf(feature).equals(wanted));
  }

  /**
   * All columns that the model names and the table has, in the table's order.
   *
   * @throws InputException where a feature's column is not there
   */
  List<String> columns(Table table, Run run) {
    Set<String> named = new LinkedHashSet<>();
    features.forEach(named::addAll);
    named.forEach(table::column);
    List<String> strange =
        fields.stream().filter(field -> !table.columnNames().contains(field)).toList();
    if (!strange.isEmpty()) {
      run.warn(
          "fields of the reference model that are no columns are left out: "
              + String.join(", ", strange));
    }
    named.addAll(fields);
    return table.columnNames().stream().filter(named::contains).toList();
  }

  /** Its features over all scored rows. */
  List<Feature> encoded(Table table, OutRankConfig config, Encoder encoder) {
    List<Feature> encoded = new ArrayList<>();
    for (List<String> columns : features) {
      if (columns.contains(config.target())) {
        throw new InputException(
            "the reference model looks at the target '" + config.target() + "'",
            config.reference(),
            "leave it out of desc.features");
      }
      Feature feature = null;
      for (String column : columns) {
        Feature one = encoder.feature(table.column(column), Role.COLUMN, config.bins());
        feature = feature == null ? one : feature.and(one);
      }
      encoded.add(feature);
    }
    return encoded;
  }
}
