package dev.grassmann.tables.screening.sparse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SparseRegressionTest {
  private static final int ROWS = 150;

  private static final SparseConfig SHORT =
      SparseConfig.DEFAULTS.with(
          Map.of("target", "y", "lambdas", 25, "folds", 5, "smallest", 0.05));

  /** 40 columns of noise, two that matter, a category that matters, and the target. */
  private static Table table(boolean classes) {
    double[][] x = SparseSamples.normal(ROWS, 42, 21);
    double[] e = SparseSamples.normal(ROWS, 1, 22)[0];
    List<Column> columns = new ArrayList<>();
    for (int j = 0; j < 42; j++) {
      columns.add(new Column.Numeric("x" + j, x[j], false));
    }
    String[] colour = new String[ROWS];
    double[] y = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      colour[i] = i % 3 == 0 ? "red" : i % 3 == 1 ? "green" : "blue";
      y[i] = 2 * x[4][i] - x[30][i] + (i % 3 == 0 ? 1.5 : 0) + 0.5 * e[i];
    }
    columns.add(new Column.Text("colour", colour));
    if (classes) {
      String[] words =
          Arrays.stream(y).mapToObj(v -> v > 0.5 ? "yes" : "no").toArray(String[]::new);
      columns.add(new Column.Text("y", words));
    } else {
      columns.add(new Column.Numeric("y", y, false));
    }
    return new Table("table", columns);
  }

  @ParameterizedTest
  @CsvSource({"SCAD, CROSS_VALIDATION", "MCP, CROSS_VALIDATION", "SCAD, EBIC", "MCP, EBIC"})
  void theColumnsThatMatterAreChosen(SparseConfig.PenaltyKind penalty, SparseConfig.Choice choose) {
    for (boolean classes : new boolean[] {false, true}) {
      SparseConfig config =
          SparseConfig.DEFAULTS.with(
              Map.of(
                  "target",
                  "y",
                  "penalty",
                  penalty,
                  "choose",
                  choose,
                  "lambdas",
                  25,
                  "folds",
                  5,
                  "smallest",
                  0.05));
      SparseFit fit = new SparseRegression().run(table(classes), config, Run.local());
      List<String> names = fit.order().stream().map(fit::name).toList();
      assertTrue(names.containsAll(List.of("x4", "x30")), names.toString());
      assertEquals("x4", names.get(0));
      assertEquals(classes ? List.of("no", "yes") : List.of(), fit.classes());
      if (choose == SparseConfig.Choice.EBIC) {
        assertTrue(names.size() <= 4, names.toString());
      }
      assertTrue(fit.explained() > (classes ? 0.4 : 0.9), "" + fit.explained());
    }
  }

  @Test
  void oneLambdaIsReachedInOneGo() {
    SparseConfig config = SparseConfig.DEFAULTS.with(Map.of("target", "y", "lambda", 0.4));
    SparseFit fit = new SparseRegression().run(table(false), config, Run.local());
    assertEquals(0.4, fit.model().lambda(), 1e-12);
    assertEquals("given", fit.criterion());
    SparseConfig huge = SparseConfig.DEFAULTS.with(Map.of("target", "y", "lambda", 1e6));
    SparseFit none = new SparseRegression().run(table(false), huge, Run.local());
    assertEquals("No column explains y well enough to come in.", none.headline());
  }

  @Test
  void lambdasLieAtEqualRatiosOrEqualSteps() {
    SparseConfig log = SparseConfig.DEFAULTS.with(Map.of("lambdas", 3, "smallest", 0.01));
    assertEquals(0.2, log.path(2)[1], 1e-12);
    SparseConfig equal = log.with(Map.of("spacing", "equal", "smallest", 0.02));
    assertEquals(1.02, equal.path(2)[1], 1e-12);
    assertEquals(0.04, equal.path(2)[2], 1e-12);
  }

  @Test
  void asARankingItSumsTheValuesOfACategory() {
    FeatureRanking ranking =
        new McpRanking().run(table(false), SHORT.with("penalty", "mcp"), Run.local());
    assertEquals(List.of("x4", "x30", "colour"), ranking.top(3));
    assertEquals(43, ranking.scores().size());
    assertTrue(ranking.selection().containsAll(List.of("x4", "x30", "colour")));
    Map<String, Double> entered = ranking.beside().get(0).values();
    assertEquals(1, entered.get("x4"), 0.15); // the first to come in, at the second lambda
    assertTrue(entered.get("x30") < entered.get("x4"));
    assertEquals(new ScadRanking().run(table(true), SHORT, Run.local()).top(1), List.of("x4"));
  }

  @Test
  void threadsChangeNothing() {
    SparseConfig config = SHORT;
    SparseRegression method = new SparseRegression();
    SparseFit one = method.run(table(false), config, Run.builder().threads(1).build());
    SparseFit four = method.run(table(false), config, Run.builder().threads(4).build());
    assertEquals(one.criteria(), four.criteria());
    assertEquals(one.text(), four.text());
  }

  @Test
  void filesHoldModelPathAndKeptColumns(@TempDir Path folder) throws Exception {
    Run run = Run.builder().folder(RunFolder.at(folder)).build();
    SparseConfig config =
        SparseConfig.DEFAULTS.with(
            Map.of("target", "y", "choose", "ebic", "lambdas", 20, "smallest", 0.05));
    FeatureRanking ranking = new ScadRanking().run(table(false), config, run);
    assertEquals(21, Files.readAllLines(folder.resolve("path.csv")).size());
    assertTrue(Files.readString(folder.resolve("model.json")).contains("\"kktResidual\""));
    assertEquals(
        "(intercept)", Files.readAllLines(folder.resolve("coefficients.csv")).get(1).split(",")[0]);
    assertEquals(List.of("x4", "x30"), ranking.selection().subList(0, 2));
  }

  private static String refusal(Table table, Map<String, ?> options) {
    InputException refused =
        assertThrows(
            InputException.class,
            () ->
                new SparseRegression()
                    .run(table, SparseConfig.DEFAULTS.with(options), Run.local()));
    return refused.getMessage();
  }

  private static Column.Numeric column(String name, double... values) {
    return new Column.Numeric(name, values, false);
  }

  private static Table rows(int rows, String... y) {
    double[] x = SparseSamples.normal(rows, 1, 3)[0];
    String[] words = new String[rows];
    Arrays.setAll(words, i -> y[i % y.length]);
    return new Table("table", List.of(column("x", x), new Column.Text("y", words)));
  }

  @Test
  void whatCannotBeFittedIsRefused() {
    assertEquals(
        "table: has 29 rows; give at least 30 rows",
        refusal(rows(29, "a", "b"), Map.of("target", "y")));
    assertEquals(
        "table: target 'y' has 3 classes of text; give a target of numbers or of two classes",
        refusal(rows(60, "a", "b", "c"), Map.of("target", "y")));
    assertEquals(
        "table: target 'y' has 3 classes; give a target of two classes, or --loss linear",
        refusal(rows(60, "a", "b", "c"), Map.of("target", "y", "loss", "logistic")));
    assertEquals(
        "table: target 'x' holds numbers; give a target of two classes, or --loss linear",
        refusal(rows(60, "a", "b"), Map.of("target", "x", "loss", "logistic")));
    double[] ones = new double[40];
    Arrays.fill(ones, 1);
    assertEquals(
        "table: no column varies with the target; give columns that are not constant",
        refusal(
            new Table(
                "table",
                List.of(column("x", ones), column("y", SparseSamples.normal(40, 1, 1)[0]))),
            Map.of("target", "y")));
  }

  @Test
  void optionsOutOfBoundsAreRefused() {
    Table table = table(false);
    assertEquals(
        "--a: is 2; allowed: above 2 to 1,000,000",
        refusal(table, Map.of("target", "y", "a", 2.0)));
    assertEquals(
        "--gamma: is 1; allowed: above 1 to 1,000,000",
        refusal(table, Map.of("target", "y", "gamma", 1.0)));
    assertEquals(
        "--lambda: is -0.5; allowed: at least 0",
        refusal(table, Map.of("target", "y", "lambda", -0.5)));
    assertEquals(
        "--smallest: is 1; allowed: above 0 to below 1",
        refusal(table, Map.of("target", "y", "smallest", 1.0)));
  }
}
