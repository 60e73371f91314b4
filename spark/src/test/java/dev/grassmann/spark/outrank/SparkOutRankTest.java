package dev.grassmann.spark.outrank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.grassmann.core.InputException;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.run.Run;
import dev.grassmann.spark.LocalSpark;
import dev.grassmann.tables.outrank.OutRank;
import dev.grassmann.tables.outrank.OutRankConfig;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(LocalSpark.class)
class SparkOutRankTest {
  private static final OutRankConfig CONFIG =
      OutRankConfig.DEFAULTS.with(Map.of("target", "click", "batch", 1_100));

  private final Clicks clicks = new Clicks(5_000, 1);

  private static FeatureRanking alone(Clicks clicks, OutRankConfig config, Run run) {
    return new OutRank(config).run(clicks.table(), config, run);
  }

  /** Scores, deviations, counts, cardinalities, coverage: one machine's, to the last bit. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void ranksAsOneMachineDoesHoweverTheRowsArePartitioned(int partitions) {
    assertEquals(
        alone(clicks, CONFIG, Run.local()),
        new SparkOutRank(CONFIG).rank(clicks.frame(partitions), "clicks", Run.local()));
  }

  @Test
  void keepsEveryThirdRowAsOneMachineDoes() {
    OutRankConfig config = CONFIG.with("subsampling", 3);
    assertEquals(
        alone(clicks, config, Run.local()),
        new SparkOutRank(config).rank(clicks.frame(3), "clicks", Run.local()));
  }

  @Test
  void drawsTheSameNullFromTheSameSeed() {
    OutRankConfig config = CONFIG.with("null-model", "permute");
    FeatureRanking alone = alone(clicks, config, Run.seeded(5));
    assertEquals(alone, new SparkOutRank(config).rank(clicks.frame(3), "clicks", Run.seeded(5)));
    assertEquals(
        false,
        alone.equals(new SparkOutRank(config).rank(clicks.frame(3), "clicks", Run.seeded(6))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain-mi", "ami", "pearson", "max-value-coverage"})
  void knowsTheOtherScoresThatCount(String heuristic) {
    OutRankConfig config = CONFIG.with("heuristic", heuristic);
    assertEquals(
        alone(clicks, config, Run.local()),
        new SparkOutRank(config).rank(clicks.frame(3), "clicks", Run.local()));
  }

  @Test
  void scoresPairsAndTheirOrderOfLeastRedundancy() {
    OutRankConfig config = CONFIG.with(Map.of("pairs", true, "3mr", true));
    FeatureRanking alone = alone(clicks, config, Run.local());
    FeatureRanking spark = new SparkOutRank(config).rank(clicks.frame(3), "clicks", Run.local());
    assertEquals(alone.pairs(), spark.pairs());
    assertEquals(alone.order(), spark.order());
  }

  @Test
  void boundsTheScoresOfABatchAsOneMachineDoes() {
    OutRankConfig config = CONFIG.with(Map.of("pairs", true, "combinations", 9));
    Run aloneRun = Run.local();
    Run sparkRun = Run.local();
    assertEquals(
        alone(clicks, config, aloneRun),
        new SparkOutRank(config).rank(clicks.frame(3), "clicks", sparkRun));
    assertEquals(aloneRun.warnings(), sparkRun.warnings());
  }

  @Test
  void ranksATableOfOneBatchWithTheSameWarning() {
    Clicks few = new Clicks(500, 2);
    Run aloneRun = Run.local();
    Run sparkRun = Run.local();
    assertEquals(
        alone(few, CONFIG, aloneRun),
        new SparkOutRank(CONFIG).rank(few.frame(3), "clicks", sparkRun));
    assertEquals(aloneRun.warnings(), sparkRun.warnings());
  }

  @Test
  void warnsOfSortedRows() {
    Run run = Run.local();
    Dataset<Row> sorted = clicks.frame(3).orderBy("click", "`an.id`");
    new SparkOutRank(CONFIG).rank(sorted, "clicks", run);
    assertEquals(
        "the rows are ordered: neighbours agree in 'click' in 100 % of cases, by chance it would"
            + " be 35 %; the shifted null then hides real signal: give --shuffle or --null-model"
            + " permute",
        run.warnings().get(0));
  }

  @Test
  void leavesCardinalitiesOutWhereNobodyWantsThem() {
    FeatureRanking ranking =
        new SparkOutRank(CONFIG, false).rank(clicks.frame(2), "clicks", Run.local());
    assertEquals(0, ranking.scores().get(0).values());
  }

  private static String refusal(Dataset<Row> rows, OutRankConfig config) {
    return assertThrows(
            InputException.class, () -> new SparkOutRank(config).rank(rows, "clicks", Run.local()))
        .getMessage();
  }

  @Test
  void refusesWhatOneMachineRefusesInTheSameWords() {
    Dataset<Row> rows = clicks.frame(2);
    OutRankConfig none = CONFIG.with("target", "clack");
    assertEquals(
        "clicks: there is no column 'clack'; columns are knows, half knows, an.id, number, noise,"
            + " click",
        refusal(rows, none));
    Dataset<Row> constant = rows.withColumn("click", functions.lit("no"));
    assertEquals(
        "clicks: target 'click' has one value ('no') in all 4,400 rows; give a target with at least"
            + " two values",
        refusal(constant, CONFIG));
    assertEquals(
        "clicks: there is no column but the target 'click'; give a table with columns to rank",
        refusal(rows.select("click"), CONFIG));
    assertEquals(
        "clicks: 50 rows remain after subsampling 100; more than 1,024 are needed: lower"
            + " --subsampling",
        refusal(rows, CONFIG.with("subsampling", 100)));
  }

  @Test
  void refusesWhatNeedsAllRowsInOnePlace() {
    assertEquals(
        "--shuffle: needs all rows in one place, which parts do not have; order the rows by a"
            + " random column first",
        refusal(clicks.frame(2), CONFIG.with("shuffle", true)));
    assertEquals(
        "--bins: needs all rows in one place, which parts do not have; cut the numbers into bins"
            + " first",
        refusal(clicks.frame(2), CONFIG.with("bins", 4)));
  }

  @Test
  void refusesColumnsThatAreNeitherNumbersNorTexts() {
    Dataset<Row> lists = clicks.frame(2).withColumn("noise", functions.array(functions.lit(1)));
    assertEquals(
        "clicks: column 'noise' holds values of type array<int>; cast it to a number or to string,"
            + " or leave it out",
        refusal(lists, CONFIG));
  }

  @Test
  void refusesWholeNumbersThatNoDoubleCanHold() {
    Dataset<Row> ids = clicks.frame(2).withColumn("noise", functions.lit((1L << 53) + 1));
    assertEquals(
        "clicks: column 'noise' holds 9007199254740993, which no double can hold; cast the column"
            + " to string, so that each number is a value of its own",
        refusal(ids, CONFIG));
  }

  @Test
  void refusesAnEmptyDataFrame() {
    assertEquals(
        "the table has no rows; give at least one row",
        refusal(clicks.frame(2).where("false"), CONFIG));
  }

  @Test
  void ranksFactsThatAreNoTexts() {
    Dataset<Row> typed =
        clicks
            .frame(2)
            .withColumn("half knows", functions.col("half knows").equalTo("w1"))
            .withColumn("noise", functions.col("noise").cast("decimal(10,2)"));
    FeatureRanking ranking = new SparkOutRank(CONFIG).rank(typed, "clicks", Run.local());
    assertEquals(
        List.of("knows", "half knows"),
        ranking.scores().subList(0, 2).stream().map(score -> score.feature()).toList());
  }
}
