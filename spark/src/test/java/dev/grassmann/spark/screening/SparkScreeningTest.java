package dev.grassmann.spark.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.grassmann.core.InputException;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.run.Run;
import dev.grassmann.spark.LocalSpark;
import dev.grassmann.tables.screening.Estimator;
import dev.grassmann.tables.screening.MiScreening;
import dev.grassmann.tables.screening.MiScreeningConfig;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(LocalSpark.class)
class SparkScreeningTest {
  private static final MiScreeningConfig CONFIG =
      MiScreeningConfig.DEFAULTS.with(Map.of("target", "y", "grid", 100, "class-grid", 200));

  private final Measurements measurements = new Measurements(700, 1);

  private FeatureRanking alone(MiScreeningConfig config, Run run) {
    return new MiScreening().run(measurements.table(), config, run);
  }

  private static FeatureRanking spark(Dataset<Row> rows, MiScreeningConfig config, Run run) {
    return new SparkScreening(config).rank(rows, "measurements", run);
  }

  /** Scores, correlations, coverage, controls and what is kept: to the last bit. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void screensAsOneMachineDoesHoweverTheRowsArePartitioned(int partitions) {
    MiScreeningConfig config = CONFIG.with("controls", 5);
    Run aloneRun = Run.seeded(3);
    Run sparkRun = Run.seeded(3);
    FeatureRanking alone = alone(config, aloneRun);
    assertEquals(alone, spark(measurements.frame(partitions), config, sparkRun));
    assertEquals(aloneRun.warnings(), sparkRun.warnings());
    assertEquals(
        List.of("one value where the target has any, so that the score is 0: constant"),
        sparkRun.warnings());
    assertEquals("the colour", alone.order().get(0));
    assertEquals("class", alone.order().get(1));
  }

  @ParameterizedTest
  @EnumSource(Estimator.class)
  void knowsEveryEstimatorForNumbersAndClasses(Estimator estimator) {
    for (String target : List.of("y", "class")) {
      MiScreeningConfig config =
          CONFIG.with(Map.of("target", target, "estimator", estimator, "scale", "nats"));
      assertEquals(
          alone(config, Run.local()), spark(measurements.frame(3), config, Run.local()), target);
    }
  }

  @Test
  void keepsTheBestOfSomeColumns() {
    MiScreeningConfig config =
        CONFIG.with(Map.of("columns", List.of("late", "bent", "noise.1"), "top", 1));
    FeatureRanking ranking = spark(measurements.frame(2), config, Run.local());
    assertEquals(alone(config, Run.local()), ranking);
    assertEquals(List.of("bent"), ranking.selection());
    assertEquals(3, ranking.scores().size());
  }

  /** A partition without rows, and more blocks than one. */
  @Test
  void partitionsMayBeEmpty() {
    Dataset<Row> rows = measurements.frame(2);
    Dataset<Row> first = rows.where(functions.expr("false")).union(rows).union(rows.limit(0));
    assertEquals(alone(CONFIG, Run.local()), spark(first, CONFIG, Run.local()));
  }

  private String refusal(Dataset<Row> rows, MiScreeningConfig config) {
    return assertThrows(InputException.class, () -> spark(rows, config, Run.local())).getMessage();
  }

  @Test
  void refusesWhatOneMachineRefusesInTheSameWords() {
    Dataset<Row> rows = measurements.frame(2);
    assertEquals(
        "measurements: there is no column 'z'; columns are bent, the colour, dose, noise.1,"
            + " noise.2, constant, late, y, class",
        refusal(rows, CONFIG.with("target", "z")));
    assertEquals(
        "measurements: target 'constant' has one value in all rows; give a target with at least"
            + " two values",
        refusal(rows, CONFIG.with("target", "constant")));
    assertEquals(
        "measurements: there is no column but the target 'y'; give a table with columns to rank",
        refusal(rows.select("y"), CONFIG));
    assertEquals(
        "measurements: target 'y' has a value in 25 rows; give at least 30 rows",
        refusal(new Measurements(25, 1).frame(2), CONFIG));
    Dataset<Row> infinite =
        rows.withColumn(
            "late",
            functions
                .when(
                    functions.col("`noise.2`").equalTo(rows.select("`noise.2`").first().get(0)),
                    functions.lit(Double.POSITIVE_INFINITY))
                .otherwise(functions.col("late")));
    assertEquals(
        "measurements row 1: column 'late' holds Infinity; leave the row out or mend the number",
        refusal(infinite, CONFIG));
  }

  @Test
  void refusesWhatOnlyAClusterCannotDo() {
    assertEquals(
        "--clump: needs all columns in one place, which parts do not have; screen first, then"
            + " clump the columns that are kept on one machine",
        refusal(measurements.frame(2), CONFIG.with("clump", 0.5)));
    assertEquals(
        "the table has no rows; give at least one row",
        refusal(measurements.frame(2).where("false"), CONFIG));
    Dataset<Row> lists = measurements.frame(2).withColumn("dose", functions.array("dose"));
    assertEquals(
        "measurements: column 'dose' holds values of type array<int>; cast it to a number or to"
            + " string, or leave it out",
        refusal(lists, CONFIG));
  }
}
