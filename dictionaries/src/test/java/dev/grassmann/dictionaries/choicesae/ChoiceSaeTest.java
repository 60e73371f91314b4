package dev.grassmann.dictionaries.choicesae;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.run.CancelledException;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.dictionaries.ActiveCodes;
import dev.grassmann.dictionaries.SumsOfTwo;
import dev.grassmann.dictionaries.standard.Selections;
import dev.grassmann.dictionaries.train.SaeTraining;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChoiceSaeTest {
  private static final Vectors DATA = SumsOfTwo.rows(2_000, 12);

  @TempDir Path folder;

  private static ChoiceSaeConfig config(Object... more) {
    Map<String, Object> changes = new HashMap<>();
    changes.put("width", 24);
    changes.put("k", 2.0);
    changes.put("steps", 400);
    changes.put("batch", 128);
    changes.put("learningRate", 1e-2);
    changes.put("warmup", 10);
    changes.put("thresholdStart", 100);
    for (int i = 0; i < more.length; i += 2) {
      changes.put((String) more[i], more[i + 1]);
    }
    return Options.with(ChoiceSaeConfig.DEFAULT, changes);
  }

  @Test
  void theWorkedExampleComesOut() {
    ReferenceChoice example = new ReferenceChoice();
    assertTrue(example.mutualAgrees());
    assertTrue(example.featureAgrees());
    assertTrue(example.quotasAgree());
    assertTrue(example.fitAgrees());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 64, 200})
  void aColumnKeepsItsLargestAsSortingWould(int rows) {
    SplittableRandom random = new SplittableRandom(rows);
    int features = 5;
    float[] a = new float[rows * features];
    for (int i = 0; i < a.length; i++) {
      a[i] = random.nextInt(-4, 9) / 4f; // with ties
    }
    int[] quotas = {1, 2, Math.max(1, rows / 2), rows, rows + 3};
    Selections.ByColumn chosen = Selections.feature(a, rows, features, quotas);
    float[][] dense = new float[features][rows];
    for (int b = 0; b < rows; b++) {
      for (int e = chosen.codes().start()[b]; e < chosen.codes().start()[b + 1]; e++) {
        dense[chosen.codes().latent()[e]][b] = chosen.codes().value()[e];
      }
    }
    for (int j = 0; j < features; j++) {
      int m = Math.min(rows, quotas[j]);
      double[] column = new double[rows];
      for (int b = 0; b < rows; b++) {
        column[b] = a[b * features + j] - b * 1e-6; // of equal ones the earlier row
      }
      double limit = Arrays.stream(column).sorted().toArray()[rows - m];
      for (int b = 0; b < rows; b++) {
        float x = a[b * features + j];
        assertEquals(column[b] >= limit && x > 0 ? x : 0, dense[j][b], j + ", " + b);
      }
      assertEquals(Math.round(limit * 4) / 4f, chosen.least()[j], 1e-6);
    }
  }

  @Test
  void quotasAddUpToTheBudgetWithinTheirBounds() {
    for (int budget : new int[] {30, 64, 100, 640}) {
      int[] uniform = Quotas.uniform(budget, 30, 64);
      int[] zipf = Quotas.byRank(budget, ZipfFit.fallback(), 30, 64);
      assertEquals(budget, Arrays.stream(uniform).sum());
      assertEquals(budget, Arrays.stream(zipf).sum());
      assertTrue(Arrays.stream(uniform).max().orElse(0) - uniform[29] <= 1);
      for (int r = 0; r < 30; r++) {
        assertTrue(zipf[r] >= 1 && zipf[r] <= 64);
        assertTrue(r == 0 || zipf[r] <= zipf[r - 1], "ranks fall");
      }
    }
    assertEquals(64, Quotas.byRank(640, new ZipfFit(1, 2, 0), 30, 64)[0], "no more than rows");
  }

  @Test
  void aLawIsFittedInAnyOrderAndNotToTooLittle() {
    double[] densities = new double[40];
    for (int j = 0; j < 40; j++) {
      densities[j] = 0.5 * Math.pow((j * 7) % 40 + 1 + 2, -1.4);
    }
    ZipfFit fit = ZipfFit.of(densities);
    assertEquals(2, fit.offset());
    assertEquals(1.4, fit.exponent(), 1e-9);
    assertEquals(0.5 * Math.pow(5, -1.4), fit.at(3), 1e-9);
    assertEquals(ZipfFit.fallback(), ZipfFit.of(new double[] {1, 0.5, 0.3}));
    double[] same = new double[20];
    Arrays.fill(same, 0.1);
    assertEquals(ZipfFit.fallback(), ZipfFit.of(same));
  }

  @Test
  void withATinyTauTheZipfLossTakesUpTheDeadAlone() {
    double[] density = {0.5, 0.2, 0.1, 1e-6, 0.05};
    boolean[] dead = {false, false, false, false, true};
    assertArrayEquals(dead, ChoiceAllocation.underused(density, ZipfFit.fallback(), 1e-9, dead));
    assertNull(ChoiceAllocation.underused(density, ZipfFit.fallback(), 1e-9, null));
    assertArrayEquals(
        new boolean[] {false, false, false, true, true},
        ChoiceAllocation.underused(density, new ZipfFit(1, 1, 0), 0.25, dead),
        "and with a larger one those far below the law too");
  }

  @Test
  void ranksFallWithDensity() {
    assertArrayEquals(
        new int[] {1, 3, 0, 2}, ChoiceAllocation.ranks(new double[] {0.3, 0.1, 0.9, 0.3}));
  }

  @ParameterizedTest
  @EnumSource
  void bothChoicesLearn(Choice choice) {
    SaeTraining training = new ChoiceSae(config("choice", choice)).train(DATA);
    double explained = training.evaluation().fidelity().explainedVariance();
    assertTrue(explained > 0.8, training.headline());
    Dictionary dictionary = training.dictionary();
    boolean feature = choice == Choice.FEATURE;
    assertEquals(feature ? "jumprelu" : "batchtopk", dictionary.architecture());
    assertEquals(feature ? 24 : 1, dictionary.required(Dictionary.THRESHOLD).length);
    assertEquals(feature, dictionary.parameters().containsKey(ChoiceAllocation.QUOTA));
    if (feature) {
      float sum = 0;
      for (float share : dictionary.required(ChoiceAllocation.QUOTA)) {
        sum += share;
      }
      assertEquals(2, sum, 1e-5, "quotas as shares of a batch's rows add up to k");
    }
  }

  @ParameterizedTest
  @EnumSource(AuxLoss.class)
  void aTrainingThatWasStoppedGoesOnToTheSameBytes(AuxLoss aux) {
    ChoiceSaeConfig config = config("steps", 130, "aux", aux, "deadAfter", 500L, "fcFrom", 0.3);
    SaeTraining whole = new ChoiceSae().run(DATA, config, Run.seeded(3));
    for (int at : new int[] {20, 80}) {
      AtomicInteger left = new AtomicInteger(at);
      Run.Builder here = Run.seeded(3).but().folder(RunFolder.at(folder));
      Run stopped = here.cancelled(() -> left.decrementAndGet() < 0).build();
      assertThrows(CancelledException.class, () -> new ChoiceSae().run(DATA, config, stopped));
      Run again = Run.seeded(3).but().folder(RunFolder.at(folder)).resume(true).build();
      Dictionary resumed = new ChoiceSae().run(DATA, config, again).dictionary();
      whole
          .dictionary()
          .parameters()
          .forEach(
              (name, values) ->
                  assertArrayEquals(values.toArray(), resumed.required(name), 0, name));
    }
  }

  @Test
  void tooFewLatentsForALawHaveUniformQuotas() {
    Run run = Run.local();
    new ChoiceSae().run(DATA, config("width", 9, "steps", 20, "warmup", 0), run);
    assertEquals(
        List.of("too few latents to fit a rank law; using uniform quotas"), run.warnings());
  }

  @Test
  void aBudgetBeyondAllLatentsIsRefused() {
    assertEquals(
        "--k: k is 25 with 24 features; give a k from 1 to the number of features, or a larger"
            + " --width",
        assertThrows(InputException.class, () -> new ChoiceSae(config("k", 25.0)).train(DATA))
            .getMessage());
  }

  @Test
  void theBudgetIsSpentOnTheLargestOfTheBatch() {
    float[] a = {9, 1, 8, 7, -1, 2};
    ActiveCodes codes = Selections.mutual(a, 3, 2, 4);
    assertArrayEquals(new int[] {0, 1, 3, 4}, codes.start(), "rows 0, 1, 2 get 1, 2 and 1");
  }
}
