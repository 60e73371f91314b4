package dev.grassmann.tables.outrank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.run.CancelledException;
import dev.grassmann.core.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutRankRefusalsTest {
  private static Table table(int rows) {
    return new Table(
        "log.csv",
        List.of(
            Fixtures.whole("city", rows, i -> i % 7),
            Fixtures.whole("hour", rows, i -> i % 24),
            Fixtures.whole("click", rows, i -> i % 2)));
  }

  private static String refusal(Table table, Map<String, ?> options) {
    InputException refused =
        assertThrows(
            InputException.class,
            () -> new OutRank().run(table, OutRankConfig.DEFAULTS.with(options), Run.local()));
    return refused.getMessage();
  }

  @Test
  void anUnknownTargetIsRefusedWithTheColumnsThatExist() {
    assertEquals(
        "log.csv: there is no column 'label'; columns are city, hour, click",
        refusal(table(50), Map.of()));
  }

  @Test
  void aConstantTargetIsRefused() {
    Table table =
        Fixtures.table(Fixtures.whole("x", 2_000, i -> i), Fixtures.whole("y", 2_000, i -> 3));
    assertEquals(
        "table: target 'y' has one value ('3') in all 2,000 rows; give a target with at least two"
            + " values",
        refusal(table, Map.of("target", "y")));
    Column none = Fixtures.texts("y", null, null);
    assertEquals(
        "table: target 'y' has one value (missing) in all 2 rows; give a target with at least two"
            + " values",
        refusal(Fixtures.table(Fixtures.numbers("x", 1, 2), none), Map.of("target", "y")));
  }

  @Test
  void tooFewRowsAfterSubsamplingAreRefused() {
    assertEquals(
        "log.csv: 1,000 rows remain after subsampling 10; more than 1,024 are needed: lower"
            + " --subsampling",
        refusal(table(10_000), Map.of("target", "click", "subsampling", 10)));
    assertEquals(
        "log.csv: 0 rows remain after subsampling 10; more than 1,024 are needed: lower"
            + " --subsampling",
        refusal(table(5), Map.of("target", "click", "subsampling", 10)));
  }

  @Test
  void aSmallTableIsOneBatchWithAWarning() {
    Run run = Run.local();
    OutRankConfig config = OutRankConfig.DEFAULTS.with("target", "click");
    assertEquals(62, new OutRank().run(table(62), config, run).rows());
    assertEquals(
        "log.csv has only 62 rows: they are scored as one batch, and small differences between"
            + " scores mean nothing",
        run.warnings().get(0));
  }

  @Test
  void oneRowIsRefused() {
    assertEquals(
        "log.csv: one row cannot be ranked by; give more rows",
        refusal(table(1), Map.of("target", "click")));
  }

  @Test
  void aTableOfNothingButTheTargetIsRefused() {
    assertEquals(
        "table: there is no column but the target 'y'; give a table with columns to rank",
        refusal(Fixtures.table(Fixtures.numbers("y", 0, 1, 0, 1)), Map.of("target", "y")));
    assertEquals(
        "log.csv: there is no column but the target 'click'; give a table with columns to rank",
        refusal(table(50), Map.of("target", "click", "columns", "click")));
  }

  @Test
  void anUnknownHeuristicIsRefusedAndNeverScoresZero() {
    assertEquals(
        "--heuristic: 'MI-numba-3mr' is unknown; allowed: corrected-mi|plain-mi|ami|pearson|"
            + "max-value-coverage|surrogate-sgd|surrogate-svm|surrogate-sgd-rp|surrogate-sgd-svd|"
            + "constant",
        refusal(table(50), Map.of("heuristic", "MI-numba-3mr")));
  }

  @Test
  void optionsOutOfBoundsAreRefused() {
    assertEquals(
        "--batch: is 1,024; allowed: 1,025 to 16,777,216 rows",
        refusal(table(50), Map.of("target", "click", "batch", 1_024)));
    assertEquals(
        "--reduction: is 0; allowed: above 0 to 1",
        refusal(table(50), Map.of("target", "click", "reduction", 0.0)));
    assertEquals(
        "--subsampling: is 0; allowed: 1 to 1,000,000",
        refusal(table(50), Map.of("target", "click", "subsampling", 0)));
  }

  @Test
  void namesInOptionsMustExist() {
    assertEquals(
        "log.csv: there is no column 'town'; columns are city, hour, click",
        refusal(table(50), Map.of("target", "click", "columns", "town")));
    assertEquals(
        "--subfeatures: 'city' names no two columns; write A->B for a feature a value of B, or"
            + " A<->B for one a pair of values",
        refusal(table(50), Map.of("target", "click", "subfeatures", "city")));
  }

  @Test
  void twoFeaturesOfOneNameAreRefused() {
    Table table =
        Fixtures.table(
            Fixtures.texts("a", "1-2", "2"),
            Fixtures.texts("a has 1", "x", "y"),
            Fixtures.texts("label", "0", "1"));
    assertEquals(
        "table: two features would be called 'a has 1'; rename the column of that name",
        refusal(table, Map.of("explode", "a")));
  }

  @Test
  void moreCombinationsThanMemoryHoldsAreRefused() {
    List<Column> columns = new ArrayList<>();
    for (int c = 0; c < 400; c++) {
      columns.add(Fixtures.numbers("f" + c, 0, 1, 1));
    }
    columns.add(Fixtures.numbers("label", 0, 1, 1));
    assertEquals(
        "--order: 400 columns make 1,050,739,900 combinations of 4; at most 2,000,000 can be scored:"
            + " name fewer --columns",
        refusal(new Table("wide", columns), Map.of("order", 4)));
    for (int c = 400; c < 2_001; c++) {
      columns.add(Fixtures.numbers("f" + c, 0, 1, 1));
    }
    assertEquals(
        "--pairs: 2,001 columns make 2,001,000 combinations of 2; at most 2,000,000 can be scored:"
            + " name fewer --columns",
        refusal(new Table("wide", columns), Map.of("pairs", true)));
  }

  @Test
  void optionsThatWouldBeIgnoredAreRefused() {
    assertEquals(
        "--reduction: a score by ami knows no reduction; give it with corrected-mi or plain-mi",
        refusal(table(50), Map.of("target", "click", "heuristic", "ami", "reduction", 0.5)));
    assertEquals(
        "--null-model: a score by plain-mi has no null; give it with corrected-mi",
        refusal(
            table(50),
            Map.of("target", "click", "heuristic", "plain-mi", "null-model", "permute")));
  }

  @Test
  void aSurrogateRefusesATargetOfTooManyClasses() {
    Table table =
        Fixtures.table(
            Fixtures.whole("x", 1_500, i -> i % 3), Fixtures.whole("label", 1_500, i -> i));
    assertEquals(
        "--heuristic: a model of 1,500 classes was asked for; give a target of at most 1,000"
            + " values, or --target-bins",
        refusal(table, Map.of("heuristic", "surrogate-sgd")));
  }

  @Test
  void cancellingStopsTheRun() {
    Run run = Run.builder().threads(2).cancelled(() -> true).build();
    OutRankConfig config = OutRankConfig.DEFAULTS.with("target", "click");
    CancelledException stopped =
        assertThrows(CancelledException.class, () -> new OutRank().run(table(2_000), config, run));
    assertTrue(stopped.getMessage().startsWith("stopped while"));
  }
}
