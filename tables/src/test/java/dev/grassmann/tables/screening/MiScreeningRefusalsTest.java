package dev.grassmann.tables.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.run.CancelledException;
import dev.grassmann.core.run.Run;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MiScreeningRefusalsTest {
  private static String refusal(Table table, Map<String, ?> options) {
    InputException refused =
        assertThrows(
            InputException.class,
            () ->
                new MiScreening()
                    .run(table, MiScreeningConfig.DEFAULTS.with(options), Run.local()));
    return refused.getMessage();
  }

  private static Table table(Column... columns) {
    return Samples.table(columns);
  }

  @Test
  void anUnknownTargetIsRefusedWithTheColumnsThatExist() {
    assertEquals(
        "table: there is no column 'label'; columns are x, y",
        refusal(table(Samples.noise("x", 40, 1), Samples.noise("y", 40, 2)), Map.of()));
  }

  @Test
  void fewRowsAreRefused() {
    Column x = Samples.noise("x", 40, 1);
    Column y = Samples.numbers("y", 40, i -> i < 29 ? i * 0.5 : Double.NaN);
    assertEquals(
        "table: target 'y' has a value in 29 rows; give at least 30 rows",
        refusal(table(x, y), Map.of("target", "y")));
  }

  @Test
  void aTargetOfOneValueIsRefused() {
    Column x = Samples.noise("x", 40, 1);
    assertEquals(
        "table: target 'y' has one value in all rows; give a target with at least two values",
        refusal(table(x, Samples.numbers("y", 40, i -> 3)), Map.of("target", "y")));
    assertEquals(
        "table: target 'y' has one value in all rows; give a target with at least two values",
        refusal(table(x, Samples.numbers("y", 40, i -> 3.5)), Map.of("target", "y")));
  }

  @Test
  void tooManyClassesAreRefused() {
    Column x = Samples.noise("x", 60, 1);
    assertEquals(
        "table: target 'y' has 21 classes; give --task regression",
        refusal(
            table(x, Samples.numbers("y", 60, i -> i % 21)),
            Map.of("target", "y", "task", "classification")));
    String[] texts = new String[60];
    Arrays.setAll(texts, i -> "t" + i % 25);
    assertEquals(
        "table: target 'y' has 25 classes; give a target of at most 20 classes",
        refusal(table(x, new Column.Text("y", texts)), Map.of("target", "y")));
    assertEquals(
        "table: target 'y' holds text, not numbers; give --task classification",
        refusal(
            table(x, new Column.Text("y", texts)), Map.of("target", "y", "task", "regression")));
  }

  @Test
  void infiniteNumbersAreRefusedWithTheirRow() {
    Column x = Samples.numbers("x", 40, i -> i == 4 ? Double.POSITIVE_INFINITY : i * 0.1);
    assertEquals(
        "table row 5: column 'x' holds Infinity; leave the row out or mend the number",
        refusal(table(x, Samples.noise("y", 40, 1)), Map.of("target", "y")));
    assertEquals(
        "table row 5: target 'x' holds Infinity; leave the row out or mend the number",
        refusal(table(x, Samples.noise("y", 40, 1)), Map.of("target", "x")));
  }

  @Test
  void aTableOfNothingButTheTargetIsRefused() {
    assertEquals(
        "table: there is no column but the target 'y'; give a table with columns to rank",
        refusal(table(Samples.noise("y", 40, 1)), Map.of("target", "y")));
  }

  @Test
  void optionsOutOfBoundsAreRefused() {
    Table table = table(Samples.noise("x", 40, 1), Samples.noise("y", 40, 2));
    assertEquals(
        "--grid: is 8; allowed: 16 to 2,048 cells",
        refusal(table, Map.of("target", "y", "grid", 8)));
    assertEquals(
        "--estimator: 'mine' is unknown; allowed: fft-kde|bins|knn|pearson",
        refusal(table, Map.of("target", "y", "estimator", "mine")));
  }

  @Test
  void cancellingStopsTheRun() {
    Table table = table(Samples.noise("x", 40, 1), Samples.noise("y", 40, 2));
    Run run = Run.builder().cancelled(() -> true).build();
    MiScreeningConfig config = MiScreeningConfig.DEFAULTS.with("target", "y");
    assertThrows(CancelledException.class, () -> new MiScreening().run(table, config, run));
  }
}
