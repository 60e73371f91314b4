package dev.grassmann.dictionaries.saeevaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.NoInput;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.NpyFile;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.dictionaries.SparseAutoencoder;
import dev.grassmann.dictionaries.standard.TopKConfig;
import dev.grassmann.dictionaries.standard.TopKSae;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands one after another, on a tiny model that has hardly learnt anything. */
final class TestbedCommandsTest {
  private static final String SITE = "resid_mid.1";

  @TempDir static Path folder;

  private static Vectors test;
  private static SparseAutoencoder sae;

  @BeforeAll
  static void trainAModelAndADictionary() {
    Path bed = folder.resolve("bed");
    Run run = Run.local().but().folder(RunFolder.at(bed)).build();
    TestbedConfig config =
        new TestbedConfig(12, 32, 2e-3, 4, 2, 16, 2, 4_000, 240, List.of(SITE, "z.1"));
    new SaeTestbed().run(new NoInput(), config, run).save(RunFolder.at(bed));
    Vectors fit = NpyFile.read(bed.resolve("fit-" + SITE + ".npy"));
    test = NpyFile.read(bed.resolve("test-" + SITE + ".npy"));
    TopKConfig small =
        Options.with(
            TopKConfig.DEFAULT,
            Map.of("width", 32, "k", 4, "steps", 60, "batch", 64, "warmup", 5, "testShare", 0.0));
    var trained = new TopKSae().run(fit, small, Run.local());
    trained.dictionary().save(RunFolder.at(folder.resolve("sae")));
    sae = SparseAutoencoder.of(trained.dictionary());
    SupervisedConfig codes =
        Options.with(SupervisedConfig.DEFAULT, "attributes", at("bed/fit.csv"));
    new SaeSupervised().run(fit, codes, Run.local()).save(RunFolder.at(folder.resolve("sup")));
  }

  private static String at(String name) {
    return folder.resolve(name).toString();
  }

  private static JudgeConfig judge(String... sites) {
    return Options.with(
        JudgeConfig.DEFAULT,
        Map.of(
            "dictionaries",
            List.of(at("sae")),
            "attributes",
            at("bed/test.csv"),
            "supervised",
            at("sup"),
            "model",
            at("bed"),
            "sites",
            List.of(sites),
            "pairs",
            40));
  }

  @Test
  void aModelsActivationsAreJudgedBySuppliedAttributes() throws Exception {
    JudgeReport report = new SaeJudge().run(test, judge(SITE), Run.local());
    assertEquals(List.of("IO", "S", "Pos"), report.attributes().names());
    assertEquals(3, report.skylines().size());
    Contestant contestant = report.contestants().get(0);
    assertEquals(2, contestant.splits().size()); // Pos = ABB and Pos = BAB
    assertTrue(report.text().contains("Pos = ABB"), report.text());
    RunFolder out = RunFolder.at(folder.resolve("judged"));
    report.save(out);
    assertTrue(Files.readString(out.file("edits.csv")).contains(",IO,"));
    Report page = new Report("judge");
    report.describe(page);
    assertTrue(page.html().contains("Latents that a binary value is split into"));
  }

  @Test
  void vectorsOfAnotherSiteAreRefused() {
    assertEquals(
        "--sites: the vectors are not the model's activations at z.1; name the site that they come"
            + " from first, and give the prompts' own table",
        assertThrows(
                InputException.class, () -> new SaeJudge().run(test, judge("z.1"), Run.local()))
            .getMessage());
  }

  @Test
  void reconstructionsAreJudgedByTheModelsLoss() {
    LossRecovered loss =
        LossRecovered.byModel(
            sae, test, folder.resolve("bed"), SITE, at("bed/test.csv"), Run.local());
    assertEquals("the model after " + SITE, loss.follows());
    assertTrue(loss.clean() < loss.reconstructed() + 1e-9, loss.toString());
    assertTrue(loss.divergence() > 0 && loss.divergence() < loss.zeroDivergence(), loss + "");
  }

  @Test
  void latentsHaveWordsAndHeadsThatReadThem() {
    EffectsConfig config =
        Options.with(
            EffectsConfig.DEFAULT,
            Map.of(
                "dictionary",
                at("sae"),
                "model",
                at("bed"),
                "site",
                SITE,
                "prompts",
                at("bed/test.csv")));
    EffectsReport report = new SaeEffects().run(test, config, Run.local());
    EffectsReport.Latent first = report.latents().get(0);
    assertEquals(4, first.up().size());
    assertTrue(first.up().get(0).size() > 0 && first.down().get(0).size() < 0, first.toString());
    assertEquals(List.of(), first.readers()); // no layer comes after the last
    assertTrue(report.headline().contains("write directly into words"), report.headline());
    assertEquals(
        "--dictionary: no dictionary was given; give the folder of a sae train run",
        assertThrows(
                InputException.class,
                () -> new SaeEffects().run(test, EffectsConfig.DEFAULT, Run.local()))
            .getMessage());
  }
}
