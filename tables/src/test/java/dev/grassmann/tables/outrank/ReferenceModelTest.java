package dev.grassmann.tables.outrank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.run.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceModelTest {
  @TempDir Path folder;

  private String model(String json) throws IOException {
    return Files.writeString(folder.resolve("model.json"), json).toString();
  }

  private FeatureRanking rank(Table table, String target, String json, Map<String, ?> options)
      throws IOException {
    Map<String, Object> all = new HashMap<>(options);
    all.put("reference", model(json));
    all.put("target", target);
    return new OutRank().run(table, OutRankConfig.DEFAULTS.with(all), Run.local());
  }

  private String refusal(String json, Map<String, ?> options) throws IOException {
    Table table = Fixtures.table("mixed.csv");
    InputException refused =
        assertThrows(InputException.class, () -> rank(table, "click", json, options));
    return refused.getMessage().replace(folder.toString(), "FOLDER");
  }

  /**
   * Figures: scikit-learn 1.9, LogisticRegression(C = 1 / (1e-4 n)) on the one-hot columns side by
   * side, cross_val_score(scoring = "neg_log_loss", cv = 2), less the same without the new column.
   */
  @ParameterizedTest
  @CsvSource({
    "mixed.csv, device, count, click, 0.19286345817200978, 0.3729228238723119",
    "mixed.csv, 'device\",\"city', count, click, -0.005592246796309652, 0.32239062672732977",
    "mixed.csv, count, device, click, 0.19286324053303128, 0.19793681545011432",
    "numbers.csv, weak, six, label, 0.6400090084165982, 0.29544048504243237",
    "numbers.csv, 'six\",\"weak', noise25, label, 0.5972275015834017, 0.6400090084165778"
  })
  void theGainOverAModelIsThatOfScikitLearn(
      String file, String model, String column, String target, double with, double without)
      throws IOException {
    FeatureRanking ranking =
        rank(
            Fixtures.table(file),
            target,
            "{\"desc\": {\"features\": [\"" + model + "\"]}}",
            Map.of("heuristic", "surrogate-sgd"));
    assertEquals(with - without, ranking.score(column), 4e-6);
    assertTrue(Double.isNaN(ranking.score(model.replace("\"", ""))), "the model's own");
    assertEquals(
        String.format(
            "gain over the reference model's %.4f in 1 - log-loss of a logistic model", without),
        ranking.measure());
  }

  @Test
  void aModelsCombinationIsOneColumnToIt() throws IOException {
    Table table =
        Fixtures.table(
            Fixtures.whole("a", 400, i -> i % 2),
            Fixtures.whole("b", 400, i -> i / 2 % 2),
            Fixtures.whole("c", 400, i -> i / 4 % 2),
            Fixtures.whole("y", 400, i -> (i % 2) ^ (i / 2 % 2)));
    Map<String, ?> surrogate = Map.of("heuristic", "surrogate-sgd", "order", 2);
    FeatureRanking apart = rank(table, "y", "{\"desc\":{\"features\":[\"a\",\"b\"]}}", surrogate);
    assertTrue(
        apart.score("a AND b") > 0.6, "an exclusive or is in no sum: " + apart.score("a AND b"));
    FeatureRanking joint = rank(table, "y", "{\"desc\":{\"features\":[\"b, a\"]}}", surrogate);
    assertTrue(Double.isNaN(joint.score("a AND b")), "the model has it");
    assertEquals(0, joint.score("c"), 0.01);
    FeatureRanking projected =
        rank(
            table,
            "y",
            "{\"desc\":{\"features\":[\"a\",\"b\"]}}",
            Map.of("heuristic", "surrogate-sgd-rp", "order", 2));
    assertTrue(projected.score("a AND b") > 0.3, "projected " + projected.score("a AND b"));
  }

  @Test
  void byOtherHeuristicsTheModelsCombinationsAreRankedBesideTheColumns() throws IOException {
    Table table = Fixtures.table("mixed.csv");
    String json = "{\"desc\":{\"features\":[\"device,city\",\"count\"],\"fields\":[\"blank\"]}}";
    FeatureRanking ranking = rank(table, "click", json, Map.of());
    FeatureRanking all = new OutRank(OutRankConfig.DEFAULTS.with("order", 2)).rank(table, "click");
    assertEquals(all.score("city AND device"), ranking.score("city AND device"));
    assertEquals(8, ranking.scores().size(), "seven columns and the combination");
    FeatureRanking named = rank(table, "click", json, Map.of("referenceColumns", true));
    assertEquals(
        List.of("blank", "city", "city AND device", "count", "device"),
        named.order().stream().sorted().toList());
    Table kept =
        new OutRank(
                OutRankConfig.DEFAULTS.with(
                    Map.of("reference", model(json), "referenceColumns", true)))
            .kept(table, named, 5);
    assertTrue(kept.columnNames().contains("city AND device"), kept.columnNames().toString());
  }

  @Test
  void whatIsNoModelIsRefused() throws IOException {
    assertEquals(
        "FOLDER/model.json: the reference model has no features; write {\"desc\": {\"features\":"
            + " [\"a\", \"b,c\"]}} with names of columns",
        refusal("{\"features\": [\"device\"]}", Map.of()));
    assertEquals(
        "FOLDER/model.json: desc.features is no list; write a list of names of columns",
        refusal("{\"desc\": {\"features\": \"device\"}}", Map.of()));
    assertEquals(
        "FOLDER/model.json, desc.features: 'city,,device' is no feature; write a column, or columns"
            + " with commas between, each once",
        refusal("{\"desc\": {\"features\": [\"city,,device\"]}}", Map.of()));
    assertEquals(
        "mixed.csv: there is no column 'town'; columns are click, city, device, ident, constant,"
            + " count, blank, echo",
        refusal("{\"desc\": {\"features\": [\"town\"]}}", Map.of()));
  }

  @Test
  void aModelThatIsNotThereIsRefused() {
    Path none = folder.resolve("none.json");
    InputException refused = assertThrows(InputException.class, () -> ReferenceModel.read(none));
    assertEquals(none + ": does not exist; give the JSON of a model", refused.getMessage());
  }

  @Test
  void whatDoesNotGoTogetherIsRefused() throws IOException {
    String json = "{\"desc\": {\"features\": [\"device\", \"click\"]}}";
    assertEquals(
        "--reference: a score by surrogate-svm looks at one column, not at a model's; give it with"
            + " surrogate-sgd or surrogate-sgd-rp",
        refusal(json, Map.of("heuristic", "surrogate-svm")));
    assertEquals(
        "--reference: what a column adds to a model is asked of the target, not of pairs of columns;"
            + " leave out --pairs and --3mr",
        refusal(json, Map.of("heuristic", "surrogate-sgd", "pairs", true)));
    assertEquals(
        "--reference: the reference model names the combinations to be ranked, and --order asks for"
            + " all; leave one of them out, or score by surrogate-sgd",
        refusal(json, Map.of("order", 2)));
    assertEquals(
        "FOLDER/model.json: the reference model looks at the target 'click'; leave it out of"
            + " desc.features",
        refusal(json, Map.of("heuristic", "surrogate-sgd")));
    assertEquals(
        "FOLDER/model.json: the reference model looks at every column already; give a table with"
            + " other columns, or --order 2 for combinations",
        refusal(
            "{\"desc\": {\"features\": [\"device\"]}}",
            Map.of("heuristic", "surrogate-sgd", "columns", "device")));
    InputException without =
        assertThrows(
            InputException.class,
            () ->
                new OutRank(OutRankConfig.DEFAULTS.with("referenceColumns", true))
                    .rank(Fixtures.table("mixed.csv"), "click"));
    assertEquals(
        "--reference-columns: there is no reference model to name columns; give its JSON as"
            + " --reference",
        without.getMessage());
  }
}
