package dev.grassmann.tables.kan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.run.Run;
import dev.grassmann.tables.kan.KanConfig.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KanRefusalsTest {
  private static String refusal(Method<Table, KanConfig, ?> method, Table table, Map<String, ?> o) {
    KanConfig config = dev.grassmann.core.Options.with(KanConfig.DEFAULTS.with("target", "y"), o);
    return assertThrows(InputException.class, () -> method.run(table, config, Run.local()))
        .getMessage();
  }

  private static String refusal(Table table) {
    return refusal(new KanL1(), table, Map.of());
  }

  private static Table table(Column... columns) {
    return Tables.table(columns);
  }

  @Test
  void aTargetWithHolesIsRefused() {
    assertEquals(
        "table: target 'y' has 2 missing values; leave those rows out",
        refusal(
            table(
                Tables.numbers("x", 20, i -> i),
                Tables.numbers("y", 20, i -> i % 10 == 3 ? Double.NaN : i))));
  }

  @Test
  void aConstantTargetIsRefused() {
    assertEquals(
        "table: target 'y' has one value ('2.5') in all 20 rows; give a target with at least two"
            + " values",
        refusal(table(Tables.numbers("x", 20, i -> i), Tables.numbers("y", 20, i -> 2.5))));
  }

  @Test
  void aFeatureWithHolesIsRefusedUnlessAskedOtherwise() {
    Table table =
        table(
            Tables.numbers("x", 20, i -> i == 4 ? Double.NaN : i),
            Tables.numbers("y", 20, i -> i * 0.1));
    assertEquals(
        "table: column 'x' has 1 missing value; fill them, or give --missing mean", refusal(table));
    KanConfig mended = KanConfig.DEFAULTS.with("target", "y").with("missing", "mean");
    assertEquals(1, new KanL1().run(table, mended, Run.local()).scores().size());
  }

  @Test
  void tooFewRowsForTheFoldsAreRefused() {
    assertEquals(
        "table: 9 rows are fewer than two for each of 5 folds; give more rows, or fewer --folds",
        refusal(table(Tables.numbers("x", 9, i -> i), Tables.numbers("y", 9, i -> i % 2))));
  }

  @Test
  void moreFeaturesThanTwoThousandNeedAWordAboutTheHiddenUnits() {
    List<Column> columns = new ArrayList<>();
    for (int j = 0; j < 2001; j++) {
      int column = j;
      columns.add(Tables.numbers("x" + j, 10, i -> i * column % 7));
    }
    columns.add(Tables.numbers("y", 10, i -> i % 2));
    Table wide = new Table("table", columns);
    assertEquals(
        "table: 2,001 features: 2 d + 1 hidden units would need 40,090,045 parameters; give"
            + " --hidden, or fewer --columns",
        refusal(wide));
    KanConfig narrow = KanConfig.DEFAULTS.with("target", "y").with("hidden", 2).with("epochs", 1);
    assertEquals(2001, new KanL1().run(wide, narrow, Run.local()).scores().size());
  }

  @Test
  void centringIsRefusedWhereItWouldDoNothing() {
    Table table = Tables.square(20, true);
    assertEquals(
        "--center: coefficients have no mean over rows; give it with --method kan-l1 or kan-l2 and"
            + " --space contributions",
        refusal(new KanL1(), table, Map.of("center", true)));
    assertEquals(
        "--center: a score by gradients has no curves; give it with --method kan-l1 or kan-l2 and"
            + " --space contributions",
        refusal(new KanSi(), table, Map.of("center", true, "space", Space.CONTRIBUTIONS)));
    assertEquals(
        "--center: a score by knock-outs has no curves; give it with --method kan-l1 or kan-l2 and"
            + " --space contributions",
        refusal(new KanKo(), table, Map.of("center", true)));
  }

  @Test
  void aRateThatMakesTheLossInfiniteIsRefused() {
    Table table = Tables.square(100, false);
    Table huge =
        table(table.column("x"), Tables.numbers("y", 100, i -> i % 2 == 0 ? 1e200 : -1e200));
    assertEquals(
        "step 0 of 100: the loss is Infinity; give a learning rate below 0.001, or clip the"
            + " gradient",
        refusal(
            new KanL1(),
            huge,
            Map.of("rawTarget", true, "task", "regression", "folds", 2, "batch", 50)));
  }
}
