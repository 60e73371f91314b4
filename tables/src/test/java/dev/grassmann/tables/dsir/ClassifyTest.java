package dev.grassmann.tables.dsir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Corpus;
import dev.grassmann.core.io.CorpusFiles;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The baseline of a classifier, its draw among it. */
final class ClassifyTest {
  /** Decision values of scikit-learn's LogisticRegression(C=1) on rows of length 1. */
  private static final double[] LOG_ODDS = {
    0.589378, 0.119731, 0.640309, -0.715307, -0.332478, -0.298222
  };

  /** Frequencies in 200,000 runs of the rounds as the reference has them, by NumPy's Pareto. */
  private static final double[] KEPT = {0.9854, 0.9376, 0.0513, 0.0161, 0.0059, 0.0037};

  @TempDir private Path folder;

  @Test
  void logOddsAreThoseOfScikitLearnsLogisticRegression() {
    List<int[]> target = List.of(new int[] {0, 0, 1, 2}, new int[] {1, 2, 3}, new int[] {0, 2});
    List<int[]> raw = List.of(new int[] {3, 4, 4, 5}, new int[] {5, 1}, new int[] {4, 3, 3, 3, 2});
    TargetClassifier classifier = TargetClassifier.fit(target, raw, 6);
    double[] odds =
        Stream.concat(target.stream(), raw.stream())
            .mapToDouble(document -> classifier.weight(document, document.length))
            .toArray();
    assertArrayEquals(LOG_ODDS, odds, 1e-3);
  }

  @Test
  void documentsAreKeptAsOftenAsByTheReferencesRounds() {
    double[] p = {0.99, 0.9, 0.5, 0.3, 0.1, 0.01};
    double[] logOdds = Arrays.stream(p).map(x -> Math.log(x / (1 - x))).toArray();
    int[] lengths = new int[p.length];
    TextWeights weights = new TextWeights(logOdds, lengths);
    Draw.Rules rules = new Draw.Rules(List.of(2L), Draw.Order.PARETO, 0, 1);
    int times = 20_000;
    int[] kept = new int[p.length];
    for (int seed = 0; seed < times; seed++) {
      DocumentSet chosen = Draw.draw(weights::open, p.length, rules, Run.seeded(seed));
      for (int i = 0; i < p.length; i++) {
        kept[i] += chosen.has(i) ? 1 : 0;
      }
    }
    for (int i = 0; i < p.length; i++) {
      double f = KEPT[i];
      double error = Math.sqrt(f * (1 - f) * (1.0 / times + 1.0 / 200_000));
      assertEquals(f, kept[i] / (double) times, 4 * error, "document " + i);
    }
  }

  private void write() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      lines.add((i % 10 == 0 ? "ship sail sea " : "field plough corn ").repeat(3) + i);
    }
    Files.write(folder.resolve("raw.txt"), lines);
    Files.writeString(folder.resolve("target.txt"), "ship sail sea ship sail sea\n".repeat(50));
  }

  private List<String> drawn(Map<String, ?> how) {
    Corpus corpus = CorpusFiles.open(folder.resolve("raw.txt"));
    Path odds = folder.resolve("odds");
    DsirClassifyConfig config =
        Options.with(
            DsirClassifyConfig.DEFAULT,
            Map.of("target", List.of(folder.resolve("target.txt").toString())));
    RunFolder out = RunFolder.at(odds);
    new DsirClassify().run(corpus, config, Run.builder().folder(out).build()).save(out);
    DsirDrawConfig drawing =
        Options.with(
            Options.with(DsirDrawConfig.DEFAULT, how),
            Map.of("weights", odds.toString(), "minLength", 1));
    RunFolder to = RunFolder.at(folder.resolve("drawn"));
    new DsirDraw().run(corpus, drawing, Run.local()).save(to);
    try {
      return Files.readAllLines(to.file("selected.txt"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theLargestOddsAreOfTheTargetsKind() throws IOException {
    write();
    List<String> chosen = drawn(Map.of("k", 60L, "topK", true));
    assertEquals(60, chosen.stream().filter(line -> line.startsWith("ship")).count());
  }

  @Test
  void paretoDrawsKeepSomeOfTheOthers() throws IOException {
    write();
    List<String> chosen = drawn(Map.of("k", 60L, "pareto", true));
    long ships = chosen.stream().filter(line -> line.startsWith("ship")).count();
    assertEquals(60, chosen.size());
    // in expectation 53 by the rule, with the probabilities that this classifier gives
    assertTrue(ships > 42 && ships < 60, ships + " of 60; by chance 6");
  }

  @Test
  void weightsSayWhetherTheyAreOddsAndOnlyOddsAreDrawnByPareto() throws IOException {
    write();
    Corpus corpus = CorpusFiles.open(folder.resolve("raw.txt"));
    drawn(Map.of("k", 60L, "topK", true));
    Path odds = folder.resolve("odds");
    Run run = Run.local();
    DsirDrawConfig plain =
        Options.with(
            DsirDrawConfig.DEFAULT, Map.of("weights", odds.toString(), "minLength", 1, "k", 5L));
    new DsirDraw().run(corpus, plain, run);
    assertEquals(
        List.of(
            "the weights are a classifier's odds, and documents are drawn in proportion to them;"
                + " what the paper compares with is --pareto or --top-k"),
        run.warnings());
    DsirModel model =
        new DsirFit()
            .run(
                corpus,
                Options.with(
                    DsirFitConfig.DEFAULT,
                    Map.of("target", List.of(folder.resolve("target.txt").toString()))),
                Run.local());
    model.save(RunFolder.at(folder.resolve("model")));
    Path weights = folder.resolve("weights");
    RunFolder out = RunFolder.at(weights);
    new DsirWeigh()
        .run(
            corpus,
            Options.with(
                DsirWeighConfig.DEFAULT, Map.of("model", folder.resolve("model").toString())),
            Run.builder().folder(out).build())
        .save(out);
    Map<String, ?> how = Map.of("weights", weights.toString(), "k", 5L, "pareto", true);
    InputException refused =
        assertThrows(
            InputException.class,
            () ->
                new DsirDraw().run(corpus, Options.with(DsirDrawConfig.DEFAULT, how), Run.local()));
    assertEquals(
        weights
            + ": holds importance weights, and --pareto needs a classifier's probabilities; give"
            + " the folder of a sample classify run, or leave out --pareto",
        refused.getMessage());
  }

  @Test
  void refusesWhatCannotBe() throws IOException {
    write();
    Corpus corpus = CorpusFiles.open(folder.resolve("raw.txt"));
    InputException none =
        assertThrows(
            InputException.class,
            () -> new DsirClassify().run(corpus, DsirClassifyConfig.DEFAULT, Run.local()));
    assertEquals(
        "--target: no target was given; name a file of text that the choice should look like",
        none.getMessage());
    InputException both =
        assertThrows(
            InputException.class, () -> drawn(Map.of("k", 5L, "pareto", true, "topK", true)));
    assertEquals(
        "both --top-k and --pareto were given; give one of them, or none", both.getMessage());
    Path empty = Files.writeString(folder.resolve("target.txt"), "\n");
    InputException words =
        assertThrows(InputException.class, () -> drawn(Map.of("k", 5L, "pareto", true)));
    assertEquals(
        empty + ": the target collection has no words; give one with text in it",
        words.getMessage());
  }
}
