package dev.grassmann.tables.quickselection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateTest {
  private static final QuickSelectionConfig SMALL =
      QuickSelectionConfig.DEFAULTS.with(
          Map.of("hidden", 60, "epochs", 3, "epsilon", 6, "batch", 50));

  private final Vectors data = MadelonLike.draw(300, 64, 0, new SplittableRandom(1));
  private final Table table = labelled();

  @TempDir Path folder;

  /** The class is the sign of the first column. */
  private Table labelled() {
    float[] all = data.toArray();
    String[] names = new String[300];
    Arrays.setAll(names, i -> all[i * 64] > 0 ? "up" : "down");
    return Tables.with(Tables.of(data), new Column.Text("class", names));
  }

  private FeatureRanking run(QuickSelectionConfig config, Run run) {
    return new QuickSelection(config).run(table, config, run);
  }

  @Test
  void theChoiceIsJudgedBesideOthers() throws IOException {
    QuickSelectionConfig config =
        SMALL.with(Map.of("target", "class", "evaluate", true, "choose", 0.25));
    Run run = Run.builder().folder(RunFolder.at(folder)).build();
    FeatureRanking ranking = run(config, run);
    assertEquals(64, ranking.scores().size());
    assertEquals(240, ranking.rows());
    List<String> lines = Files.readAllLines(folder.resolve("evaluation.csv"));
    assertEquals("columns,chosen_by,classification,clustering", lines.get(0));
    assertEquals(12, lines.size());
    assertTrue(lines.get(11).startsWith("64,all,"), lines.get(11));
    assertTrue(Double.parseDouble(lines.get(11).split(",", -1)[2]) > 0.8, lines.get(11));
    assertTrue(
        run.warnings().get(0).startsWith("16 columns: trees classify "), run.warnings().get(0));
  }

  @Test
  void thereMustBeATarget() {
    refuses(
        "--evaluate: there is nothing to judge the choice by; give --target too",
        SMALL.with("evaluate", true).with("columns", List.of("f1", "f2")));
  }

  @Test
  void moreColumnsThanThereAre() {
    refuses(
        "--choose: choose is 65, but there are 64 columns to rank; give a number from 1 to 64, or a"
            + " share below 1",
        SMALL.with(Map.of("target", "class", "choose", 65.0)));
  }

  @Test
  void aGridOfAnotherSize() {
    refuses(
        "--grid: '8x9' is not the size of an image of 64 pixels; give height x width, e.g. 8x8 for"
            + " 64 columns",
        SMALL.with(Map.of("target", "class", "grid", "8x9")));
    refuses(
        "--grid: 'eight' is not the size of an image of 64 pixels; give height x width, e.g. 8x8"
            + " for 64 columns",
        SMALL.with(Map.of("target", "class", "grid", "eight")));
  }

  private void refuses(String message, QuickSelectionConfig config) {
    InputException refusal = assertThrows(InputException.class, () -> run(config, Run.local()));
    assertEquals(message, refusal.getMessage());
  }

  @Test
  void aRunLeavesTheTrainingsFilesAndPictures() throws IOException {
    QuickSelectionConfig config = SMALL.with(Map.of("target", "class", "grid", "8x8"));
    FeatureRanking ranking = run(config, Run.builder().folder(RunFolder.at(folder)).build());
    List<String> losses = Files.readAllLines(folder.resolve("training.csv"));
    assertEquals("training,epoch,loss", losses.get(0));
    assertEquals(4, losses.size());
    List<String> trajectory = Files.readAllLines(folder.resolve("trajectory.csv"));
    assertEquals("feature,epoch 1,epoch 2,epoch 3", trajectory.get(0));
    assertEquals(65, trajectory.size());
    String[] first = trajectory.get(1).split(",", -1);
    assertEquals(ranking.score(first[0]), Double.parseDouble(first[3]), 1e-5);
    JsonNode network = Json.read(folder.resolve("network.json"));
    double degrees = ranking.beside().get(0).values().values().stream().mapToDouble(x -> x).sum();
    assertEquals(network.path("connections").path(0).asInt(), degrees);
    assertEquals(degrees / (64 * 60), network.path("density").path(0).asDouble(), 1e-9);
    String page = Files.readString(folder.resolve("training.html"));
    assertTrue(page.contains("Where the strong columns lie"));
    assertTrue(page.contains("Epoch 3"));
  }

  @Test
  void mapsAreShownForEpochsThatDouble() {
    assertEquals("[1, 2, 5, 10, 20, 25]", Arrays.toString(TrainingPage.shown(25)));
    assertEquals("[1, 2, 5, 10]", Arrays.toString(TrainingPage.shown(10)));
    assertEquals("[1]", Arrays.toString(TrainingPage.shown(1)));
  }

  @Test
  void missingNumbersAreFilledWhereAsked() {
    Table gap = Tables.with(table, "f2", 3, Double.NaN);
    QuickSelectionConfig config = SMALL.with(Map.of("target", "class", "missing", "mean"));
    assertEquals(64, new QuickSelection(config).run(gap, config, Run.local()).scores().size());
  }
}
