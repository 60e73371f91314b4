package dev.grassmann.tables.dsir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Options;
import dev.grassmann.core.Result;
import dev.grassmann.core.data.Corpus;
import dev.grassmann.core.data.MemoryCorpus;
import dev.grassmann.core.io.CorpusFiles;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps as a user takes them, on files. */
final class SampleCommandsTest {
  private static final int DOCUMENTS = 2_000;

  @TempDir private Path folder;
  private Path raw;
  private Path target;
  private List<String> lines;

  @BeforeEach
  void write() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    lines = new ArrayList<>();
    for (int i = 0; i < DOCUMENTS; i++) {
      String text = (i % 10 == 0 ? "ship sail sea " : "field plough corn ").repeat(3);
      lines.add("{\"n\": " + i + ".50, \"text\":\"" + text + random.nextInt(1_000) + "\"}");
    }
    raw = Files.write(folder.resolve("raw.jsonl"), lines);
    target = Files.writeString(folder.resolve("target.txt"), "sea, ship and sail\n".repeat(20));
  }

  private <R extends Result> R saved(R result, RunFolder out) {
    result.save(out);
    Report report = new Report("test").answer(result.headline());
    result.describe(report);
    assertTrue(report.html().length() > 1_000 && result.text().length() > 20);
    assertTrue(result.json().size() > 0);
    return result;
  }

  private RunFolder out(String name) {
    return RunFolder.at(folder.resolve(name));
  }

  private Run run(String name, int threads) {
    return Run.builder().threads(threads).folder(out(name)).build();
  }

  private DsirFitConfig fitting(Map<String, ?> more) {
    DsirFitConfig config =
        Options.with(DsirFitConfig.DEFAULT, "target", List.of(target.toString()));
    return Options.with(Options.with(config, "smoothing", 1.0), more);
  }

  @Test
  void whatWasKeptFromCountingWeighsAsWhatIsReadAgain() throws IOException {
    // two bytes a bucket, four bytes a bucket, and counted in part, so that nothing is kept
    for (Map<String, Object> more :
        List.<Map<String, Object>>of(
            Map.of(), Map.of("buckets", 100_000), Map.of("budget", "5000"))) {
      String name = "kept" + more.hashCode();
      DsirConfig options =
          DsirConfig.DEFAULT.with(
              Map.of("target", List.of(target.toString()), "k", 10L, "minLength", 5));
      options = options.with(Map.of("smoothing", 1.0)).with(more);
      Corpus corpus = CorpusFiles.open(raw);
      KeptFeatures kept = KeptFeatures.upToAnEighth(options.fit().map());
      new DsirFit().run(corpus, options.fit(), kept, Run.local());
      assertEquals(!more.containsKey("budget"), kept.isWhole());
      saved(new Dsir().run(corpus, options, run(name, 2)), out(name));
      saved(new DsirFit().run(corpus, fitting(more), run(name + "-fit", 2)), out(name + "-fit"));
      DsirModel model = DsirModel.load(folder.resolve(name + "-fit"));
      Path again = Files.createDirectories(folder.resolve(name + "-weigh"));
      StoredWeights stored = Weighing.run(corpus, model, options.fit().raw(), again, Run.local());
      for (String file : List.of(StoredWeights.LOG_WEIGHTS, StoredWeights.LENGTHS)) {
        assertEquals(-1, Files.mismatch(again.resolve(file), folder.resolve(name).resolve(file)));
      }
      assertEquals(
          stored.parts(), StoredWeights.load(folder.resolve(name)).parts(), "checksums too");
    }
  }

  @Test
  void theQualityFilterLeavesOutWhatRepeatsItself() throws IOException {
    String[] common = "the of and to in that was for on with as by at from".split(" ");
    StringBuilder good = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      good.append(i % 2 == 0 ? "word" + i : common[i % common.length]).append(' ');
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      texts.add("{\"text\": \"" + (i < 5 ? good : "sea ship sail ".repeat(20)) + "\"}");
    }
    Path mixed = Files.write(folder.resolve("mixed.jsonl"), texts);
    DsirConfig options =
        DsirConfig.DEFAULT.with(
            Map.of("target", List.of(target.toString()), "k", 5L, "minLength", 0));
    Run run = run("quality", 2);
    Corpus corpus = CorpusFiles.open(mixed);
    Sample sample =
        new Dsir().run(corpus, options.with(Map.of("quality", true, "smoothing", 1.0)), run);
    assertEquals(
        List.of("15 of 20 documents fail the quality filter and are not drawn"), run.warnings());
    sample.drawn().save(out("quality-drawn"));
    List<String> drawn =
        Files.readAllLines(folder.resolve("quality-drawn").resolve("selected.jsonl"));
    assertEquals(texts.subList(0, 5), drawn);
  }

  private void weigh(String name) {
    Corpus corpus = CorpusFiles.open(raw);
    saved(new DsirFit().run(corpus, fitting(Map.of()), run(name + "-fit", 2)), out(name + "-fit"));
    DsirWeighConfig config =
        Options.with(DsirWeighConfig.DEFAULT, "model", out(name + "-fit").path().toString());
    saved(new DsirWeigh().run(corpus, config, run(name, 2)), out(name));
  }

  private DsirDrawConfig drawing(String weights, long k) {
    return Options.with(
        DsirDrawConfig.DEFAULT,
        Map.of("weights", out(weights).path().toString(), "k", k, "minLength", 5));
  }

  @Test
  void stepByStepTheChosenLinesAreThoseOfTheTargetsKindAndUntouched() throws IOException {
    weigh("w");
    DsirDraw draw = new DsirDraw();
    saved(draw.run(CorpusFiles.open(raw), drawing("w", 150), run("d", 2)), out("d"));
    List<String> chosen = Files.readAllLines(out("d").file("selected.jsonl"));
    assertEquals(150, chosen.size());
    assertTrue(chosen.stream().allMatch(line -> lines.contains(line) && line.contains("ship")));
    List<String> csv = Files.readAllLines(out("d").file("chosen.csv"));
    assertEquals("document,file,length,log_weight", csv.get(0));
    assertEquals(151, csv.size());
    for (int i = 0; i < 150; i++) {
      String[] row = csv.get(i + 1).split(",", -1);
      assertEquals(lines.get(Integer.parseInt(row[0])), chosen.get(i));
      assertEquals("10", row[2]);
    }
  }

  @Test
  void allAtOnceChoosesWhatTheStepsChooseWhateverTheThreads() throws IOException {
    weigh("w");
    saved(new DsirDraw().run(CorpusFiles.open(raw), drawing("w", 100), run("d", 1)), out("d"));
    DsirConfig config =
        DsirConfig.DEFAULT.with(
            Map.of(
                "target", List.of(target.toString()), "smoothing", 1.0, "k", 100L, "minLength", 5));
    for (int threads : new int[] {1, 5}) {
      String name = "all-" + threads;
      saved(new Dsir().run(CorpusFiles.open(raw), config, run(name, threads)), out(name));
      for (String file : List.of("selected.jsonl", "chosen.csv")) {
        assertEquals(
            Files.readString(out("d").file(file)), Files.readString(out(name).file(file)), file);
      }
    }
  }

  @Test
  void theChosenAreNearerToTheTarget() throws IOException {
    weigh("w");
    saved(new DsirDraw().run(CorpusFiles.open(raw), drawing("w", 150), run("d", 2)), out("d"));
    DsirKlConfig config =
        Options.with(
            DsirKlConfig.DEFAULT,
            Map.of("target", List.of(target.toString()), "raw", raw.toString()));
    Corpus chosen = CorpusFiles.open(out("d").file("selected.jsonl"));
    KlReduction kl = saved(new DsirKl().run(chosen, config, run("kl", 2)), out("kl"));
    assertTrue(kl.mean() > 0.3, "reduction " + kl.mean());
  }

  @Test
  void separateTargetsAreServedByTheirShares() {
    RunFolder out = out("all");
    MemoryCorpus fields =
        MemoryCorpus.of("fields", Collections.nCopies(2_000, "field plough corn"));
    MemoryCorpus seas = MemoryCorpus.of("seas", Collections.nCopies(2_000, "ship sail sea"));
    DsirConfig config =
        DsirConfig.DEFAULT.with(
            Map.of("smoothing", 1.0, "minLength", 5, "topK", true, "shares", List.of(3.0, 1.0)));
    Sample sample =
        new Dsir(config)
            .sample(CorpusFiles.open(raw), List.of(fields, seas), 40, Run.builder().build());
    sample.save(out);
    long ships = 0;
    for (int i = 0; i < DOCUMENTS; i++) {
      ships += sample.drawn().has(i) && i % 10 == 0 ? 1 : 0;
    }
    assertEquals(40, sample.drawn().size());
    assertEquals(10, ships);
  }

  @Test
  void refusesToDrawFromFilesThatHaveChanged() throws IOException {
    weigh("w");
    List<String> other = new ArrayList<>(lines);
    other.set(5, lines.get(5).replace("corn", "Corn"));
    Files.write(raw, other);
    DrawnDocuments drawn = new DsirDraw().run(CorpusFiles.open(raw), drawing("w", 10), run("d", 2));
    String mend = "; weigh it again with grassmann sample weigh";
    assertEquals(
        raw + ": is not the file that was weighed" + mend,
        assertThrows(InputException.class, () -> drawn.save(out("d"))).getMessage());
    assertFalse(Files.exists(out("d").file("selected.jsonl")));
    assertFalse(Files.exists(out("d").file("chosen.csv")));
    Files.writeString(raw, "\n", StandardOpenOption.APPEND);
    String sizes =
        String.format(
            Locale.ROOT, "has %,d bytes, %,d were weighed", Files.size(raw), Files.size(raw) - 1);
    assertEquals(
        raw + ": " + sizes + mend,
        assertThrows(
                InputException.class,
                () -> new DsirDraw().run(CorpusFiles.open(raw), drawing("w", 10), run("d", 2)))
            .getMessage());
  }

  @Test
  void leavesOutWhatCannotBeReadWhenToldTo() throws IOException {
    List<String> broken = new ArrayList<>(lines);
    broken.set(3, "{broken");
    broken.set(7, "{\"text\": null}");
    Files.write(raw, broken);
    Run run = run("w", 2);
    DsirModel model =
        new DsirFit().run(CorpusFiles.open(raw), fitting(Map.of("skipBroken", true)), run);
    assertEquals(DOCUMENTS, model.raw().documents());
    assertEquals(
        "2 documents of " + raw + " could not be read and were left out",
        run.warnings().get(run.warnings().size() - 1));
  }

  @Test
  void warnsOfASmallTargetWithoutSmoothing() {
    Run run = Run.local();
    new DsirFit().run(CorpusFiles.open(raw), fitting(Map.of("smoothing", 0.0)), run);
    assertEquals(
        List.of(
            "the target has 180 n-grams for 10,000 buckets: without smoothing, short documents win"
                + " because they hold fewer unseen n-grams; --smoothing 1 mends it"),
        run.warnings());
  }

  private String refusal(Map<String, ?> changes) {
    return assertThrows(
            InputException.class,
            () -> new DsirFit().run(CorpusFiles.open(raw), fitting(changes), Run.local()))
        .getMessage();
  }

  @Test
  void refusesWhatCannotBeFitted() throws IOException {
    assertEquals(
        "--target: no target was given; name a file of text that the choice should look like",
        refusal(Map.of("target", List.of())));
    assertEquals(
        "--budget is 'some'; give auto, all, or a number above 0",
        refusal(Map.of("budget", "some")));
    assertEquals(
        "--budget is '0'; give auto, all, or a number above 0", refusal(Map.of("budget", "0")));
    assertEquals("--buckets: is 1; allowed: 2 to 16,777,216", refusal(Map.of("buckets", 1)));
    Path blank = Files.writeString(folder.resolve("blank.txt"), " \n\n");
    assertEquals(
        blank + ": the target collection has no words; give one with text in it",
        refusal(Map.of("target", List.of(blank.toString()))));
    assertEquals(
        raw + " line 1: has no field 'body'; name the field that holds the text with --text",
        refusal(Map.of("text", "body")));
    Path none = folder.resolve("none.txt");
    assertEquals(
        none + ": there is no such file; check the path",
        refusal(Map.of("target", List.of(none.toString()))));
  }

  @Test
  void refusesStepsWithoutTheStepBefore() throws IOException {
    Corpus corpus = CorpusFiles.open(raw);
    assertEquals(
        "--model: no model was given; give the folder of a sample fit run",
        assertThrows(
                InputException.class,
                () -> new DsirWeigh().run(corpus, DsirWeighConfig.DEFAULT, Run.local()))
            .getMessage());
    DsirWeighConfig nowhere = Options.with(DsirWeighConfig.DEFAULT, "model", folder.toString());
    assertEquals(
        folder.resolve("model.json") + ": does not exist; give the folder of a sample fit run",
        assertThrows(InputException.class, () -> new DsirWeigh().run(corpus, nowhere, Run.local()))
            .getMessage());
    assertEquals(
        "--weights: no weights were given; give the folder of a sample weigh run",
        assertThrows(
                InputException.class,
                () -> new DsirDraw().run(corpus, DsirDrawConfig.DEFAULT, Run.local()))
            .getMessage());
    weigh("w");
    assertEquals(
        "--k: no number was given; say how many documents to draw",
        assertThrows(
                InputException.class,
                () -> new DsirDraw().run(corpus, drawing("w", 0), Run.local()))
            .getMessage());
    Path weights = out("w").file("log_weights.npy");
    byte[] whole = Files.readAllBytes(weights);
    Files.write(weights, Arrays.copyOf(whole, whole.length - 8));
    assertEquals(
        weights + ": is not of the documents weighed; give the folder of a whole sample weigh run",
        assertThrows(
                InputException.class,
                () -> new DsirDraw().run(corpus, drawing("w", 10), Run.local()))
            .getMessage());
    assertTrue(new String(whole, 0, 128, StandardCharsets.ISO_8859_1).contains("(2000,)"));
  }
}
