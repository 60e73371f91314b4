package dev.grassmann.tables.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.tables.evaluation.EvaluationConfig.Learner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {
  private static final EvaluationConfig CONFIG =
      EvaluationConfig.DEFAULTS
          .with("target", "y")
          .with("rankers", List.of("lasso", "mutual-information"))
          .with("retentions", List.of(0.2, 0.5))
          .with("folds", 4);

  /** Two columns that matter, one by its line, one by its square, and noise. */
  private static Table table(int rows, int noise) {
    SplittableRandom random = new SplittableRandom(11);
    double[] line = random.doubles(rows, -1, 1).toArray();
    double[] square = random.doubles(rows, -1, 1).toArray();
    double[] y = new double[rows];
    for (int row = 0; row < rows; row++) {
      y[row] = line[row] + 3 * square[row] * square[row];
    }
    List<Column> columns = new ArrayList<>();
    columns.add(new Column.Numeric("y", y, false));
    for (int j = 0; j < noise; j++) {
      columns.add(new Column.Numeric("noise" + j, random.doubles(rows, -1, 1).toArray(), false));
    }
    columns.add(new Column.Numeric("line", line, false));
    columns.add(new Column.Numeric("square", square, false));
    return new Table("planted", columns);
  }

  @Test
  void theRankerThatSeesTheSquareGivesTheForestMore() {
    SelectorComparison comparison = new Evaluation().run(table(300, 8), CONFIG, Run.local());
    assertEquals("R2", comparison.measure());
    assertEquals(2 + (1 + 2) * 2 * 2, comparison.cells().size());
    SelectorComparison.Cell seen = cell(comparison, "mutual-information", 0.2, Learner.FOREST);
    SelectorComparison.Cell blind = cell(comparison, "lasso", 0.2, Learner.FOREST);
    assertEquals(2, seen.kept());
    assertTrue(seen.quality() > 0.95, seen.toString());
    assertTrue(blind.quality() < seen.quality() - 0.1, blind.toString());
    SelectorComparison.Cell chance = cell(comparison, "random order", 0.2, Learner.FOREST);
    assertTrue(chance.quality() < seen.quality() - 0.3, chance.toString());
    assertEquals("mutual-information", comparison.order().get(0));
    assertEquals(1, choice(comparison, "mutual-information", 0.2).stability().jaccard(), 1e-12);
    assertEquals(1, choice(comparison, "mutual-information", 0.2).stability().kuncheva(), 1e-12);
    assertTrue(
        comparison.headline().startsWith("Columns chosen by mutual-information predict y best: R2"),
        comparison.headline());
  }

  @Test
  void noiseThatRankersChooseByAllRowsWouldFoolOnlyALeakingMeasurement() {
    // 40 rows, 200 columns of noise, an outcome of noise: chosen by all rows the best of them
    // predict; chosen by training rows alone they do not
    SplittableRandom random = new SplittableRandom(4);
    List<Column> columns = new ArrayList<>();
    columns.add(new Column.Numeric("y", random.doubles(40, -1, 1).toArray(), false));
    for (int j = 0; j < 200; j++) {
      columns.add(new Column.Numeric("noise" + j, random.doubles(40, -1, 1).toArray(), false));
    }
    EvaluationConfig config =
        CONFIG
            .with("rankers", List.of("svm-rfe"))
            .with("retentions", List.of(0.02))
            .with("predictors", List.of(Learner.LINEAR));
    SelectorComparison comparison =
        new Evaluation().run(new Table("noise", columns), config, Run.local());
    assertTrue(comparison.quality("svm-rfe") < 0.1, comparison.text());
  }

  @Test
  void classesAreJudgedByMacroF1AndTheNumberOfThreadsChangesNothing() {
    Table numbers = table(200, 3);
    List<Column> columns = new ArrayList<>(numbers.columns().subList(1, 6));
    double[] y = ((Column.Numeric) numbers.column("y")).toArray();
    String[] words = new String[y.length];
    for (int row = 0; row < y.length; row++) {
      words[row] = y[row] > 1 ? "high" : "low";
    }
    columns.add(new Column.Text("y", words));
    Table table = new Table("classes", columns);
    EvaluationConfig config = CONFIG.with("predictors", List.of(Learner.LINEAR, Learner.BOOSTING));
    Run alone = Run.local().but().threads(1).build();
    SelectorComparison comparison = new Evaluation().run(table, config, alone);
    assertEquals("macro F1", comparison.measure());
    assertTrue(comparison.quality("all", Learner.BOOSTING) > 0.9, comparison.text());
    Run many = Run.local().but().threads(4).build();
    assertEquals(untimed(comparison), untimed(new Evaluation().run(table, config, many)));
  }

  @Test
  void writesFilesAndAReport(@TempDir Path folder) throws IOException {
    SelectorComparison comparison =
        new Evaluation()
            .run(table(80, 4), CONFIG.with("predictors", List.of(Learner.LINEAR)), Run.local());
    comparison.save(RunFolder.at(folder));
    List<String> qualities = Files.readAllLines(folder.resolve("qualities.csv"));
    assertEquals("ranker,retention,columns,predictor,quality,sd", qualities.get(0));
    assertEquals(1 + 1 + 2 + 2 * 2, qualities.size());
    assertTrue(qualities.get(1).startsWith("all,6.0,6,linear,"), qualities.get(1));
    assertEquals(1 + 2 * 4 * (2 + 3), Files.readAllLines(folder.resolve("choices.csv")).size());
    assertEquals(
        "column,lasso,mutual-information", Files.readAllLines(folder.resolve("scores.csv")).get(0));
    Report report = new Report("Comparison");
    comparison.describe(report);
    assertTrue(report.html().contains("By linear"));
  }

  private static JsonNode untimed(SelectorComparison comparison) {
    ObjectNode json = (ObjectNode) comparison.json();
    json.remove("efforts");
    return json;
  }

  @Test
  void aRankerThatRefusesIsLeftOutWithItsReason() {
    EvaluationConfig config = CONFIG.with("rankers", List.of("quickselection", "lasso"));
    SelectorComparison comparison = new Evaluation().run(table(100, 4), config, Run.local());
    assertEquals(List.of("lasso"), comparison.rankers());
    assertEquals(
        List.of(
            new SelectorComparison.Absence(
                "quickselection", "75 rows, but at least one full batch of 100 is needed")),
        comparison.absences());
    assertTrue(comparison.text().contains("quickselection  left out: 75 rows"), comparison.text());
    assertEquals(
        "planted: 75 rows, but at least one full batch of 100 is needed; lower --batch to at most"
            + " 75",
        refusal(table(100, 4), config.with("rankers", List.of("quickselection"))));
  }

  @Test
  void aRankerThatTakesTooLongIsLeftOut() {
    EvaluationConfig config = CONFIG.with("rankers", List.of("kan-l1")).with("patience", 1e-6);
    assertEquals(
        "kan-l1: took more than 0 s of a processor in a fold; give more --patience, or fewer --rows",
        refusal(table(100, 4), config));
  }

  @Test
  void settingsGoToTheRankerThatTheyName() {
    EvaluationConfig config =
        CONFIG
            .with("rankers", List.of("outrank", "mutual-information"))
            .with("retentions", List.of(1.0, 2.0))
            .with("settings", List.of("outrank.bins=8", "outrank.target-bins=4"));
    SelectorComparison comparison = new Evaluation().run(table(300, 6), config, Run.local());
    assertEquals(2, choice(comparison, "outrank", 2).chosen().get(0).size());
    assertTrue(comparison.quality("outrank", Learner.FOREST) > 0.8, comparison.text());
    SelectorComparison without =
        new Evaluation().run(table(300, 6), config.with("settings", List.of()), Run.local());
    assertTrue(without.quality("outrank", Learner.FOREST) < 0.8, without.text());
    assertEquals(
        "--set: 'lasso' is not among the rankers; they are outrank, mutual-information",
        refusal(table(300, 6), config.with("settings", List.of("lasso.folds=2"))));
    assertEquals(
        "--set: 'bins' is no setting; write RANKER.OPTION=VALUE",
        refusal(table(300, 6), config.with("settings", List.of("bins"))));
    assertEquals(
        "--set --bins: outrank: is -1; allowed: 0 to 1,048,576",
        refusal(table(300, 6), config.with("settings", List.of("outrank.bins=-1"))));
  }

  @Test
  void rowsAreDrawnBeforeAnythingElse() {
    SelectorComparison comparison =
        new Evaluation().run(table(300, 3), CONFIG.with("rows", 120), Run.local());
    assertEquals(120, comparison.rows());
  }

  @Test
  void refusesWhatItCannotCompare() {
    Table table = table(80, 3);
    assertEquals(
        "--rankers: 'lasso' is given twice; give it once",
        refusal(table, CONFIG.with("rankers", List.of("lasso", "lasso"))));
    assertTrue(
        refusal(table, CONFIG.with("rankers", List.of("best")))
            .startsWith(
                "--rankers: there is no ranker 'best'; rankers are kan-ko, kan-l1, kan-l2"));
    assertEquals(
        "--rankers: no ranker is given; give one at least",
        refusal(table, CONFIG.with("rankers", List.of())));
    assertEquals(
        "--retentions: nothing is given; give one at least",
        refusal(table, CONFIG.with("retentions", List.of())));
    assertEquals(
        "--retentions: 1.5 is neither a share nor a number of columns; give shares below 1, or whole numbers up to 5",
        refusal(table, CONFIG.with("retentions", List.of(1.5))));
    assertEquals(
        "--retentions: 6 columns are to be kept, and there are 5; give shares below 1, or whole"
            + " numbers up to 5",
        refusal(table, CONFIG.with("retentions", List.of(6.0))));
    assertEquals(
        "planted: 15 rows are fewer than four for each of 4 folds; give more rows, or fewer"
            + " --folds",
        refusal(table(15, 3), CONFIG));
  }

  private static String refusal(Table table, EvaluationConfig config) {
    return assertThrows(
            InputException.class, () -> new Evaluation().run(table, config, Run.local()))
        .getMessage();
  }

  private static SelectorComparison.Cell cell(
      SelectorComparison comparison, String ranker, double share, Learner learner) {
    return comparison.cells().stream()
        .filter(c -> c.ranker().equals(ranker) && c.retention() == share)
        .filter(c -> c.predictor() == learner)
        .findFirst()
        .orElseThrow();
  }

  private static SelectorComparison.Choice choice(
      SelectorComparison comparison, String ranker, double share) {
    return comparison.choices().stream()
        .filter(c -> c.ranker().equals(ranker) && c.retention() == share)
        .findFirst()
        .orElseThrow();
  }
}
