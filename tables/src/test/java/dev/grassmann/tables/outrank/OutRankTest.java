package dev.grassmann.tables.outrank;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.Method;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.result.FeatureScore;
import dev.grassmann.core.result.FeatureScore.Role;
import dev.grassmann.core.run.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.SplittableRandom;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Planted truth: what was put into a table must come out of it. */
class OutRankTest {
  private static final int ROWS = 4_000;

  private static FeatureRanking rank(Table table, Map<String, ?> options) {
    return new OutRank()
        .run(table, OutRankConfig.DEFAULTS.with(options), Run.builder().threads(2).build());
  }

  /** Noise f0, f1, ... of ten values each, and a label made of some of them. */
  private static Table planted(int columns, int rows, IntBinaryOperator label) {
    SplittableRandom random = new SplittableRandom(11);
    int[][] values = new int[columns][];
    List<Column> made = new ArrayList<>();
    for (int c = 0; c < columns; c++) {
      values[c] = random.ints(rows, 0, 10).toArray();
      int[] own = values[c];
      made.add(Fixtures.whole("f" + c, rows, i -> own[i]));
    }
    made.add(Fixtures.whole("label", rows, i -> label.applyAsInt(values[3][i], values[5][i])));
    return new Table("planted", made);
  }

  @Test
  void theNeedleComesFirst() {
    FeatureRanking ranking =
        new OutRank().rank(planted(12, ROWS, (a, b) -> a < 4 ? 0 : 1), "label");
    assertEquals("f3", ranking.order().get(0));
    assertEquals(ranking.ceiling(), ranking.score("f3"), 0.01);
    assertTrue(ranking.scores().get(1).score() < 0.01);
    assertEquals(10, ranking.scores().get(0).values());
    assertEquals(100, ranking.scores().get(0).coverage());
  }

  @Test
  void whatOnlyTwoColumnsTogetherSayIsFoundByOrderTwoOnly() {
    Table table = planted(8, ROWS, (a, b) -> (a + b) % 2);
    assertTrue(rank(table, Map.of()).scores().get(0).score() < 0.01);
    FeatureRanking pairs = rank(table, Map.of("order", 2));
    assertEquals("f3 AND f5", pairs.order().get(0));
    assertEquals(Role.COMBINATION, pairs.scores().get(0).role());
    assertTrue(pairs.scores().get(0).score() > 0.6);
    assertEquals(8 + 28, pairs.scores().size());
    assertEquals(8, pairs.combined().size());
  }

  @Test
  void threeColumnsAreCombinedTooAndEachHasTheMedianOfItsCombinations() {
    FeatureRanking triples = rank(planted(6, ROWS, (a, b) -> (a + b) % 2), Map.of("order", 3));
    assertEquals(6 + 20, triples.scores().size());
    double[] withF0 =
        triples.scores().stream()
            .filter(s -> s.role() == Role.COMBINATION && s.feature().startsWith("f0 AND"))
            .mapToDouble(FeatureScore::score)
            .sorted()
            .toArray();
    assertEquals((withF0[4] + withF0[5]) / 2, triples.combined().get("f0"), 1e-15);
  }

  @Test
  void combinedValuesDoNotRunIntoEachOther() {
    // concatenated, "1" + "23" and "12" + "3" would be one value; y tells them apart
    String[] a =
        IntStream.range(0, 2_000).mapToObj(i -> i % 2 == 0 ? "1" : "12").toArray(String[]::new);
    String[] b =
        IntStream.range(0, 2_000).mapToObj(i -> i % 2 == 0 ? "23" : "3").toArray(String[]::new);
    Column label = Fixtures.whole("label", 2_000, i -> i % 2);
    FeatureRanking ranking =
        rank(
            Fixtures.table(Fixtures.texts("a", a), Fixtures.texts("b", b), label),
            Map.of("order", 2));
    assertEquals(
        2,
        ranking.scores().stream()
            .filter(s -> s.role() == Role.COMBINATION)
            .findFirst()
            .orElseThrow()
            .values());
    assertEquals(Math.log(2), ranking.score("a AND b"), 1e-12);
  }

  @Test
  void threeMrPassesOverAnExactCopyOfItsFirstPick() {
    SplittableRandom random = new SplittableRandom(5);
    int[] strong = random.ints(ROWS, 0, 10).toArray();
    int[] weak = random.ints(ROWS, 0, 10).toArray();
    int[] noise = random.ints(ROWS, 0, 10).toArray();
    Table table =
        Fixtures.table(
            Fixtures.whole("strong", ROWS, i -> strong[i]),
            Fixtures.whole("copy", ROWS, i -> strong[i]),
            Fixtures.whole("noise", ROWS, i -> noise[i]),
            Fixtures.whole("weak", ROWS, i -> weak[i]),
            Fixtures.whole("label", ROWS, i -> (strong[i] < 5 ? 2 : 0) + (weak[i] < 3 ? 1 : 0)));
    FeatureRanking ranking = rank(table, Map.of("3mr", true));
    assertEquals(List.of("strong", "copy"), ranking.order().subList(0, 2));
    assertEquals(List.of("strong", "weak"), ranking.selection().subList(0, 2));
    assertEquals(
        List.of("label", "strong", "weak"), new OutRank().kept(table, ranking, 2).columnNames());
  }

  @Test
  void theNumberOfThreadsChangesNoBit() {
    Table table = planted(9, ROWS, (a, b) -> a < 4 ? 0 : 1);
    Map<String, ?> options =
        Map.of(
            "pairs", true, "order", 2, "controls", true, "null-model", "permute", "batch", 1_500);
    OutRankConfig config = OutRankConfig.DEFAULTS.with(options);
    FeatureRanking one = new OutRank().run(table, config, Run.builder().threads(1).build());
    FeatureRanking four = new OutRank().run(table, config, Run.builder().threads(4).build());
    assertEquals(one, four);
    FeatureRanking seeded = new OutRank().run(table, config, Run.builder().seed(1).build());
    assertNotEquals(one, seeded, "another seed draws other controls");
  }

  @Test
  void sortedRowsAreWarnedOfAndThePermutedNullKeepsTheirSignal() {
    SplittableRandom random = new SplittableRandom(3);
    int[] x =
        IntStream.range(0, ROWS)
            .map(i -> i < ROWS / 2 ? random.nextInt(6) : 4 + random.nextInt(6))
            .toArray();
    Table table =
        Fixtures.table(
            Fixtures.whole("x", ROWS, i -> x[i]),
            Fixtures.whole("label", ROWS, i -> i < ROWS / 2 ? 0 : 1));
    Run run = Run.local();
    double shifted = new OutRank().run(table, OutRankConfig.DEFAULTS, run).score("x");
    assertEquals(
        List.of(
            "the rows are ordered: neighbours agree in 'label' in 100 % of cases, by chance it would"
                + " be 50 %; the shifted null then hides real signal: give --shuffle or"
                + " --null-model permute"),
        run.warnings());
    double plain = rank(table, Map.of("heuristic", "plain-mi")).score("x");
    double permuted = rank(table, Map.of("null-model", "permute")).score("x");
    double shuffled = rank(table, Map.of("shuffle", true)).score("x");
    assertTrue(plain > 0.4);
    assertTrue(shifted < 0.1, "the shifted copy of value v keeps v's own half of the table");
    assertEquals(plain, permuted, 0.01);
    assertEquals(plain, shuffled, 0.01);
  }

  @Test
  void pooledIsTheScoreOfOneBatchOfAllRows() {
    Table table = planted(4 + 2, ROWS, (a, b) -> a < 4 ? 0 : 1);
    FeatureRanking pooled = rank(table, Map.of("aggregation", "pooled", "batch", 1_100));
    assertEquals(rank(table, Map.of()).scores(), pooled.scores());
    FeatureRanking median = rank(table, Map.of("batch", 1_100));
    assertEquals(3, median.scores().get(0).batches(), "700 rows are left over");
    assertTrue(median.scores().get(0).sd() > 0);
  }

  @Test
  void everySthRowIsKeptFromTheSthOn() {
    Table table = planted(6, 3 * ROWS, (a, b) -> a < 4 ? 0 : 1);
    Rows rows = Rows.of(table, OutRankConfig.DEFAULTS.with("subsampling", 3), Run.local());
    assertEquals(ROWS, rows.count());
    assertArrayEquals(new int[] {2, 5, 8}, Arrays.copyOf(rows.kept(), 3));
  }

  @Test
  void aCapSharesTheScoresOutOverTheBatchesAndSaysWhatItLeavesOut() {
    Run run = Run.local();
    OutRankConfig config = OutRankConfig.DEFAULTS.with(Map.of("combinations", 3, "batch", 1_300));
    FeatureRanking ranking =
        new OutRank().run(planted(12, ROWS, (a, b) -> a < 4 ? 0 : 1), config, run);
    assertEquals(9, ranking.scores().size());
    assertEquals(
        "4 of 13 scores were not computed: 3 batches of at most 3 scores each; raise --combinations"
            + " or take smaller batches",
        run.warnings().get(0));
  }

  @Test
  void theCoverScoresTheLeastScoredFirst() {
    Cover cover = new Cover(5, 2);
    int[] counts = new int[5];
    for (int batch = 0; batch < 7; batch++) {
      int least = Arrays.stream(counts).min().orElseThrow();
      int scored = 0;
      for (int item = 0; item < 5; item++) {
        if (cover.scores(item, batch)) {
          counts[item]++;
          scored++;
          assertTrue(counts[item] <= least + 2);
        }
      }
      assertEquals(2, scored);
      assertTrue(Arrays.stream(counts).max().orElseThrow() - least <= 2);
    }
    assertEquals(14, Arrays.stream(counts).sum());
    assertEquals(1, new Cover(5, 2).missed(2));
  }

  @Test
  void controlsScoreNothingAndTheTargetsCopyScoresTheCeiling() {
    Table table = planted(6, 16_384, (a, b) -> a < 4 ? 0 : 1);
    FeatureRanking ranking = rank(table, Map.of("controls", true));
    List<FeatureScore> noise =
        ranking.scores().stream().filter(s -> s.role() == Role.CONTROL).toList();
    assertEquals(9, noise.size());
    noise.forEach(s -> assertEquals(0, s.score(), 0.015, s.feature()));
    assertEquals(ranking.ceiling(), ranking.score("CONTROL copy of the target"), 1e-12);
    assertEquals(List.of("f3"), ranking.top(1));
    assertTrue(ranking.headline().startsWith("f3 says most about label (0.67"), ranking.headline());
  }

  @Test
  void reductionKeepsFirstRowsOfEachValueInTheirOrder() {
    Codes x = Codes.dense(new int[] {0, 0, 1, 0, 1, 0, 1, 1}, 2);
    Codes y = Codes.dense(new int[] {0, 1, 2, 3, 4, 5, 6, 7}, 8);
    Reduction half = Reduction.of(x, y, 0.5);
    assertArrayEquals(new int[] {0, 0, 1, 1}, half.x().code());
    assertEquals(4, half.y().values());
    Reduction none = Reduction.of(y, x, 0.5);
    assertEquals(y, none.x(), "less than one row a value: nothing is reduced");
  }

  @Test
  void aReducedScoreIsTheScoreOfTheKeptRowsTimesTheShare() {
    Table table = planted(6, 3_000, (a, b) -> a < 4 ? 0 : 1);
    double whole = rank(table, Map.of()).score("f3");
    double half = rank(table, Map.of("reduction", 0.5)).score("f3");
    assertEquals(0.5 * Math.log(2), half, 0.01, "half of each class is kept or all of the smaller");
    assertTrue(half < 0.6 * whole);
  }

  @Test
  void everyHeuristicPutsTheNeedleFirst() {
    Table table = planted(6, 3_000, (a, b) -> a < 4 ? 0 : 1);
    for (Heuristic heuristic : Heuristic.values()) {
      FeatureRanking ranking = rank(table, Map.of("heuristic", heuristic));
      if (heuristic == Heuristic.CONSTANT) {
        assertTrue(ranking.scores().stream().allMatch(s -> s.score() == 0));
      } else {
        assertEquals("f3", ranking.order().get(0), heuristic.name());
      }
    }
  }

  @Test
  void pearsonSeesTheOrderOfNumbersAndCoverageCountsPairs() {
    Column x = Fixtures.numbers("x", 1, 2, 3, 10, 1, 2, 3, 10);
    Column label = Fixtures.numbers("label", 5, 6, 7, 8, 5, 6, 7, 8);
    Table table = Fixtures.table(x, label);
    assertEquals(1, rank(table, Map.of("heuristic", "pearson")).score("x"), 1e-12);
    assertEquals(0.25, rank(table, Map.of("heuristic", "max-value-coverage")).score("x"), 0);
  }

  @Test
  void missingValuesHaveACodeOfTheirOwnAndLowerTheCoverage() {
    double nan = Double.NaN;
    Column x = Fixtures.numbers("x", nan, 1.5, nan, 1.5, nan, 1.5, nan, 2.5);
    Column y = Fixtures.texts("y", "a", "b", "a", "b", "{}", "b", "", null);
    Column label = Fixtures.numbers("label", 0, 1, 0, 1, 0, 1, 0, 1);
    FeatureRanking ranking = rank(Fixtures.table(x, y, label), Map.of("order", 2));
    Map<String, FeatureScore> scores = new HashMap<>();
    ranking.scores().forEach(s -> scores.put(s.feature(), s));
    assertEquals(3, scores.get("x").values());
    assertEquals(50, scores.get("x").coverage());
    assertEquals(5, scores.get("y").values(), "null is not the empty text");
    assertEquals(62.5, scores.get("y").coverage());
    assertEquals(37.5, scores.get("x AND y").coverage());
  }

  @Test
  void binsMakeMeasurementsOfIdentifiers() {
    SplittableRandom random = new SplittableRandom(8);
    double[] x = random.doubles(3_000).toArray();
    Table table =
        Fixtures.table(
            Fixtures.numbers("x", x), Fixtures.whole("label", 3_000, i -> x[i] < 0.3 ? 0 : 1));
    Run run = Run.local();
    assertEquals(0, new OutRank().run(table, OutRankConfig.DEFAULTS, run).score("x"), 1e-12);
    assertEquals(
        List.of(
            "1 columns have a value of their own in more than half of the rows (x): each value"
                + " counts as a category, so they score about 0; give --bins 10 where they are"
                + " measurements"),
        run.warnings());
    FeatureRanking binned = rank(table, Map.of("bins", 10));
    assertTrue(binned.score("x") > 0.55);
    assertEquals(10, binned.scores().get(0).values());
  }

  @Test
  void quantileBinsHoldEquallyManyRowsAndIncludeTheirRightEdge() {
    Column x = Fixtures.whole("x", 100, i -> i);
    Feature fifths = new Encoder(Rows.all(100), List.of(), false).feature(x, Role.COLUMN, 5);
    assertArrayEquals(new int[] {20, 20, 20, 20, 20}, fifths.codes().size());
    Column five = Fixtures.whole("x", 5, i -> i);
    Feature halves = new Encoder(Rows.all(5), List.of(), false).feature(five, Role.COLUMN, 2);
    assertArrayEquals(new int[] {3, 2}, halves.codes().size(), "the edge is 2, and 2 is below it");
  }

  @Test
  void theBestColumnsBecomeATableBuiltOnesIncluded() {
    Table table = planted(6, 2_000, (a, b) -> (a + b) % 2);
    OutRankConfig config = OutRankConfig.DEFAULTS.with("order", 2);
    FeatureRanking ranking = new OutRank().run(table, config, Run.local());
    Table kept = new OutRank(config).kept(table, ranking, 2);
    assertEquals(List.of("label", "f3 AND f5"), kept.columnNames().subList(0, 2));
    assertEquals(3, kept.columnNames().size());
    assertEquals(2_000, kept.rows());
    assertEquals(
        table.column("f3").text(0) + "|" + table.column("f5").text(0),
        kept.column("f3 AND f5").text(0));
    assertEquals(table.column("label").text(7), kept.column("label").text(7));
  }

  @Test
  void tripletsOfTheSelfTestAreTwoHundredAndOne() {
    FeatureRanking ranking = rank(planted(100, 2_000, (a, b) -> a < 4 ? 0 : 1), Map.of());
    assertEquals(201, ranking.triplets().size());
  }

  @Test
  void theCommandFindsIt() {
    assertTrue(ServiceLoader.load(Method.class).stream().anyMatch(m -> m.type() == OutRank.class));
    assertTrue(ServiceLoader.load(Method.class).stream().anyMatch(m -> m.type() == Profile.class));
  }
}
