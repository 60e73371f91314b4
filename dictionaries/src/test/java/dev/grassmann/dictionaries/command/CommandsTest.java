package dev.grassmann.dictionaries.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.dictionaries.measure.FeatureReport;
import dev.grassmann.dictionaries.measure.SaeEvaluation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
  private static final Vectors DATA =
      Vectors.of(
          new float[] {3, 0, 0, 0, 0, 2, 0, 0, 3, 1, 0, 0, 0, 0, -4, 1},
          4,
          4,
          List.of("a", "b", "c", "d"));

  @TempDir Path folder;

  @BeforeEach
  void saveADictionaryOfAxes() {
    float[] axes = new float[16];
    for (int i = 0; i < 4; i++) {
      axes[5 * i] = 1;
    }
    new Dictionary("mp", 1, Vectors.of(axes, 4, 4), Map.of(), Map.of(), Dictionary.Scaling.none())
        .save(RunFolder.at(folder));
  }

  @Test
  void encodeGivesCodesWithTheTrainedKOrAnother() {
    String at = folder.toString();
    SparseCodes trained = new SaeEncode().run(DATA, new SaeEncodeConfig(at, 0), Run.local());
    assertArrayEquals(new float[] {3, 0, 0, 0}, trained.dense(2));
    SparseCodes two = new SaeEncode().run(DATA, new SaeEncodeConfig(at, 2), Run.local());
    assertArrayEquals(new float[] {3, 1, 0, 0}, two.dense(2));
  }

  @Test
  void evalMeasuresWhatCanBeCountedByHand() {
    SaeEvaluation evaluation =
        new SaeEval().run(DATA, evalConfig(1, List.of(1, 2)), Run.local()).core();
    assertEquals(1, evaluation.l0());
    // left with one pick: 0, 0, 1 and 4 of row d, whose largest signed correlation is the last
    assertEquals((0 + 0 + 1 + 16) / 4.0, evaluation.fidelity().meanSquaredError(), 1e-6);
    assertEquals(1, evaluation.density().silent());
    assertEquals(0.5, evaluation.density().of(0));
    assertEquals(2, evaluation.errorByK().size());
    assertEquals(0, evaluation.babel()[0], 1e-7);
    // 17 of 24.5, the squared distances from the mean, are left
    // energies 18, 4, 1: exp of the entropy of their shares
    double entropy = 0;
    for (double energy : new double[] {18, 4, 1}) {
      entropy -= energy / 23 * Math.log(energy / 23);
    }
    assertEquals(Math.exp(entropy), evaluation.effectiveRank(), 1e-9);
    assertEquals(
        "1.0 of 4 features a row explain 30.6% of the variance of 4 rows", evaluation.headline());
    assertEquals(3, evaluation.path().norm(), 1e-6);
    assertEquals(0, evaluation.path().steps().get(0).latent());
    assertEquals(0, evaluation.path().steps().get(0).residual(), 1e-6);
  }

  private SaeEvalConfig evalConfig(int k, List<Integer> ks) {
    return Options.with(
        SaeEvalConfig.DEFAULT, Map.of("dictionary", folder.toString(), "k", k, "ks", ks));
  }

  @Test
  void evalWithTwoSetsOfLabelsTellsWhatLatentsSayOfBoth() throws Exception {
    java.util.SplittableRandom random = new java.util.SplittableRandom(2);
    float[] rows = new float[400 * 4];
    StringBuilder first = new StringBuilder("class\n");
    StringBuilder second = new StringBuilder("class\n");
    for (int row = 0; row < 400; row++) {
      int a = random.nextInt(2);
      int b = random.nextInt(2);
      rows[4 * row + a] = 1;
      rows[4 * row + 2 + b] = 3;
      first.append("a").append(a).append('\n');
      second.append("b").append(b).append('\n');
    }
    Path one = folder.resolve("first.csv");
    Path other = folder.resolve("second.csv");
    Files.writeString(one, first.toString());
    Files.writeString(other, second.toString());
    Map<String, Object> options =
        Map.of(
            "dictionary",
            folder.toString(),
            "k",
            4,
            "labels",
            one.toString(),
            "otherLabels",
            other.toString(),
            "perturb",
            List.of(2),
            "meta",
            2);
    EvalReport report =
        new SaeEval()
            .run(
                Vectors.of(rows, 400, 4),
                Options.with(SaeEvalConfig.DEFAULT, options),
                Run.local());
    assertEquals(1, report.pairs().orElseThrow().disentangled().get(2), 1e-9);
    assertTrue(report.pairs().orElseThrow().spurious().get(2) > 0.9, report.text());
    assertEquals(2, report.meta().orElseThrow().features());
    // each row says one of two on two pairs of axes, each coded by itself: 4 · H(½) bits
    assertEquals(4, report.bits().bits(), 0.05);
    assertTrue(report.text().contains("SCR, 2 latents out"), report.text());
    assertTrue(report.json().path("pairs").has("ravel_2"), report.json().toString());
    Map<String, Object> alone =
        Map.of("dictionary", folder.toString(), "otherLabels", other.toString());
    assertEquals(
        "--other-labels: a second class for each row without a first; give --labels too",
        assertThrows(
                InputException.class,
                () ->
                    new SaeEval()
                        .run(
                            Vectors.of(rows, 400, 4),
                            Options.with(SaeEvalConfig.DEFAULT, alone),
                            Run.local()))
            .getMessage());
  }

  @Test
  void showNamesTheStrongestRowsOfEachFeature() {
    FeatureReport report =
        new SaeShow().run(DATA, new SaeShowConfig(folder.toString(), 2, 3, 2, 2, ""), Run.local());
    assertEquals("3 of 4 features are active on 4 rows", report.headline());
    assertEquals(2, report.features().size());
    assertTrue(report.text().contains("a (3.00), c (3.00)"), report.text());
    Report page = new Report("features");
    report.describe(page);
    assertTrue(page.html().contains("features"));
  }

  @Test
  void whatIsMeasuredIsSaved() throws Exception {
    SaeEvaluation evaluation =
        new SaeEval().run(DATA, evalConfig(0, List.of()), Run.local()).core();
    RunFolder out = RunFolder.at(folder.resolve("out"));
    evaluation.save(out);
    assertTrue(Files.readString(out.file("evaluation.json")).contains("\"silent_features\" : 1"));
    assertEquals(
        List.of("latent,rows,density", "0,2,0.5", "1,1,0.25", "2,0,0.0", "3,1,0.25"),
        Files.readAllLines(out.file("density.csv")));
    Report page = new Report("evaluation");
    evaluation.describe(page);
    assertTrue(page.html().contains("evaluation"));
    assertTrue(evaluation.text().contains("1     1.00"), evaluation.text());
  }

  @Test
  void compareMeasuresEachDictionaryAndWhatItSharesWithTheFirst() throws Exception {
    float[] turned = new float[16];
    for (int i = 0; i < 4; i++) {
      turned[5 * i] = i < 3 ? 1 : -1; // the last axis points the other way
    }
    Path other = folder.resolve("other");
    new Dictionary("mp", 2, Vectors.of(turned, 4, 4), Map.of(), Map.of(), Dictionary.Scaling.none())
        .save(RunFolder.at(other));
    Path classes = folder.resolve("classes.csv");
    Files.writeString(classes, "class\nx\ny\nx\ny\n");
    SaeCompareConfig config =
        new SaeCompareConfig(
            List.of(folder.toString(), other.toString()),
            1,
            List.of(),
            classes.toString(),
            List.of(1),
            0.9);
    SaeComparison comparison = new SaeCompare().run(DATA, config, Run.local());
    assertEquals(2, comparison.entries().size());
    assertEquals(1, comparison.entries().get(0).shared().ofFirst());
    assertEquals(0.75, comparison.entries().get(1).shared().ofFirst());
    assertEquals(0.75, comparison.entries().get(1).shared().meanBestCosine(), 1e-6);
    assertEquals(1, comparison.entries().get(0).l0());
    assertEquals(1, comparison.entries().get(0).f1().size());
    assertTrue(comparison.headline().startsWith(folder + " explains most"), comparison.headline());
    assertTrue(comparison.text().contains("75.0%"), comparison.text());
    RunFolder out = RunFolder.at(folder.resolve("out"));
    comparison.save(out);
    assertEquals(3, Files.readAllLines(out.file("comparison.csv")).size());
    Report page = new Report("comparison");
    comparison.describe(page);
    assertTrue(page.html().contains("Error against sparsity"));
    // with the axis turned row d has no latent at all: more is lost, by fewer latents
    assertEquals(0.75, comparison.entries().get(1).l0());
    assertArrayEquals(new boolean[] {true, true}, comparison.onFront());
    List<String> curves = Files.readAllLines(out.file("curves.csv"));
    assertEquals("dictionary,curve,x,y", curves.get(0));
    assertTrue(curves.contains(other + ",babel,1,0.0"), curves.toString());
  }

  @Test
  void oneDictionaryAndLabelsOfOtherRowsAreRefused() throws Exception {
    String at = folder.toString();
    assertEquals(
        "--dictionaries: 1 dictionaries to compare; give the folders of two sae train runs or more,"
            + " with commas between them",
        assertThrows(
                InputException.class,
                () ->
                    new SaeCompare()
                        .run(
                            DATA,
                            new SaeCompareConfig(List.of(at), 0, List.of(), "", List.of(1), 0.9),
                            Run.local()))
            .getMessage());
    Path classes = folder.resolve("classes.csv");
    Files.writeString(classes, "class\nx\ny\n");
    assertEquals(
        "--labels: 2 labels of 2 classes for 4 rows; give one label a row, of two classes or more",
        assertThrows(
                InputException.class,
                () ->
                    new SaeCompare()
                        .run(
                            DATA,
                            new SaeCompareConfig(
                                List.of(at, at), 0, List.of(), classes.toString(), List.of(1), 0.9),
                            Run.local()))
            .getMessage());
  }

  @Test
  void aMissingDictionaryOrAWrongSizeIsRefused() {
    assertEquals(
        "--dictionary: no dictionary was given; give the folder of a sae train run",
        assertThrows(
                InputException.class,
                () -> new SaeEncode().run(DATA, new SaeEncodeConfig("", 0), Run.local()))
            .getMessage());
    assertEquals(
        "--height, --width: 3 x 2 pixels do not make 4 numbers; give the images' true size, or"
            + " neither",
        assertThrows(
                InputException.class,
                () ->
                    new SaeShow()
                        .run(
                            DATA,
                            new SaeShowConfig(folder.toString(), 2, 3, 3, 2, ""),
                            Run.local()))
            .getMessage());
  }

  @Test
  void theCommandsAreFound() {
    List<String> commands = new ArrayList<>();
    for (Method<?, ?, ?> method : ServiceLoader.load(Method.class)) {
      commands.add(method.info().command());
    }
    assertTrue(commands.containsAll(List.of("sae encode", "sae eval", "sae show")), commands + "");
  }
}
