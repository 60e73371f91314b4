package dev.grassmann.tables.outrank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.result.FeatureScore.Role;
import dev.grassmann.core.result.PairScore;
import dev.grassmann.core.run.Run;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whole tables against the reference package (float32: 1e-5) and its formula in double (1e-9);
 * make_outrank.py says how the figures were made.
 */
class OutRankParityTest {
  private static final double DOUBLE = 1e-9;
  private static final double FLOAT = 1e-5;

  private static FeatureRanking rank(Table table, Map<String, ?> options) {
    Run run = Run.builder().threads(2).build();
    return new OutRank().run(table, OutRankConfig.DEFAULTS.with(options), run);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mixed", "numbers"})
  void everyOrderedPairScoresAsTheReferenceSays(String name) throws IOException {
    Table table = Fixtures.table(name + ".csv");
    Encoder encoder = new Encoder(Rows.all(table.rows()), List.of(), false);
    Map<String, Codes> codes = new HashMap<>();
    for (Column column : table.columns()) {
      codes.put(column.name(), encoder.feature(column, Role.COLUMN, 0).codes());
    }
    double[] cLogC = CorrectedMi.cLogC(table.rows());
    int[] one = {table.rows()};
    CorrectedMi corrected =
        new CorrectedMi(cLogC, Nulls.of(OutRankConfig.NullModel.SHIFT, one, Run.local()));
    AdjustedMi adjusted = new AdjustedMi(cLogC);
    List<String[]> lines = Fixtures.lines(name + "_pairs.csv");
    assertTrue(lines.size() > 40);
    for (String[] line : lines.subList(1, lines.size())) {
      Codes x = codes.get(line[0]);
      Codes y = codes.get(line[1]);
      String pair = line[0] + " -> " + line[1];
      assertEquals(Double.parseDouble(line[2]), PlainMi.nats(x, y, cLogC), DOUBLE, pair);
      double score = corrected.nats(x, y, 0, new Scratch());
      assertEquals(Double.parseDouble(line[3]), score, DOUBLE, pair);
      assertEquals(Double.parseDouble(line[5]), score, FLOAT, pair);
      assertEquals(Double.parseDouble(line[6]), adjusted.score(x, y), DOUBLE, pair);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"median", "mean", "sum"})
  void threeMrTakesTheFeaturesInTheOrderOfTheFormula(String summary) throws IOException {
    Map<String, ?> options = Map.of("3mr", "true", "summary", summary);
    FeatureRanking ranking = rank(Fixtures.table("numbers.csv"), options);
    List<String> expected = new ArrayList<>();
    Fixtures.json("three_mr.json").get(summary).get("order").forEach(n -> expected.add(n.asText()));
    assertEquals(expected, ranking.selection());
    assertEquals(6, ranking.scores().size(), "relations are no features of the ranking");
  }

  private static Table batches() {
    int rows = 7_000;
    Lcg lcg = new Lcg(5);
    double[][] columns = new double[5][rows];
    for (int i = 0; i < rows; i++) {
      columns[0][i] = lcg.draw() % 5;
      columns[1][i] = lcg.draw() % 7;
      columns[2][i] = lcg.draw() % 50;
      columns[3][i] = lcg.draw() % 900;
      boolean third = (columns[0][i] + columns[1][i]) % 3 == 0;
      columns[4][i] = lcg.draw() % 10 != 0 ? (third ? 1 : 0) : lcg.draw() % 2;
    }
    String[] names = {"a", "b", "c", "wide", "label"};
    List<Column> made = new ArrayList<>();
    for (int c = 0; c < names.length; c++) {
      made.add(new Column.Numeric(names[c], columns[c], true));
    }
    return new Table("batches", made);
  }

  @ParameterizedTest
  @ValueSource(strings = {"targetOnly", "allPairs"})
  void theMedianOfBatchesIsTheReferenceProgramsOwn(String mode) throws IOException {
    boolean pairs = mode.equals("allPairs");
    FeatureRanking ranking = rank(batches(), Map.of("batch", 2_000, "pairs", pairs));
    assertEquals(6_000, ranking.rows(), "a last batch of 1,000 rows does not count");
    Map<String, Double> ours = new HashMap<>();
    for (PairScore pair : ranking.triplets()) {
      ours.put(pair.first() + "|" + pair.second(), pair.score());
    }
    JsonNode expected = Fixtures.json("batches.json").get(mode);
    assertEquals(expected.size(), ours.size());
    for (JsonNode triplet : expected) {
      String pair = triplet.get(0).asText() + "|" + triplet.get(1).asText();
      assertEquals(triplet.get(2).asDouble(), ours.get(pair), FLOAT, pair);
    }
  }

  @Test
  void theReferencesDefaultsAreWithinReach() {
    OutRankConfig paper = OutRankConfig.PAPER;
    assertEquals(10, paper.subsampling());
    assertEquals(16_384, paper.batch());
    assertEquals(32_768, paper.combinations());
    assertEquals(OutRankConfig.DEFAULTS, paper.with("subsampling", 1));
  }
}
