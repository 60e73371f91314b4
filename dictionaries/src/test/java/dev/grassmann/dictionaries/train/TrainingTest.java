package dev.grassmann.dictionaries.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.dictionaries.SparseAutoencoder;
import dev.grassmann.dictionaries.SumsOfTwo;
import dev.grassmann.dictionaries.mpsae.AtomNorm;
import dev.grassmann.dictionaries.mpsae.MpSae;
import dev.grassmann.dictionaries.mpsae.MpSaeConfig;
import dev.grassmann.dictionaries.standard.BatchTopKConfig;
import dev.grassmann.dictionaries.standard.BatchTopKSae;
import dev.grassmann.dictionaries.standard.TopKConfig;
import dev.grassmann.dictionaries.standard.TopKSae;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainingTest {
  private static final int D = 12;
  private static final int N = 2_000;
  private static final Vectors DATA = SumsOfTwo.rows(N, D);

  private static final Map<String, Object> SMALL =
      Map.of("width", 24, "k", 2, "steps", 400, "batch", 128, "learningRate", 1e-2);

  private static MpSaeConfig pursuit() {
    return Options.with(MpSaeConfig.DEFAULT, SMALL);
  }

  private static TopKConfig topK() {
    return Options.with(Options.with(TopKConfig.DEFAULT, SMALL), "warmup", 10);
  }

  private static BatchTopKConfig batchTopK() {
    BatchTopKConfig config =
        Options.with(BatchTopKConfig.DEFAULT, Map.of("width", 24, "k", 2.0, "steps", 400));
    return Options.with(
        config,
        Map.of(
            "batch",
            128,
            "learningRate",
            1e-2,
            "warmup",
            10,
            "thresholdStart",
            50,
            "thresholdDecay",
            0.95));
  }

  private static SaeTraining train(int which, Run run) {
    return switch (which) {
      case 0 -> new MpSae().run(DATA, pursuit(), run);
      case 1 -> new TopKSae().run(DATA, topK(), run);
      default -> new BatchTopKSae().run(DATA, batchTopK(), run);
    };
  }

  @Test
  void eachArchitectureLearnsSumsOfTwoDirections() {
    for (int which = 0; which < 3; which++) {
      SaeTraining training = train(which, Run.local());
      double explained = training.evaluation().fidelity().explainedVariance();
      assertTrue(explained > 0.85, training.headline());
      assertEquals(2, training.evaluation().l0(), which == 2 ? 0.2 : 1e-2);
      assertEquals(1_800, training.trainedOn());
      assertEquals(200, training.evaluation().fidelity().rows());
      double[] error = training.log().figure("mean_squared_error");
      double first = error[0];
      double last = error[error.length - 1];
      assertTrue(last < first / 3, first + " to " + last);
    }
  }

  @Test
  void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() {
    for (int which = 0; which < 3; which++) {
      float[] once = train(which, Run.seeded(5)).dictionary().atoms().toArray();
      assertArrayEquals(once, train(which, Run.seeded(5)).dictionary().atoms().toArray());
      assertFalse(Arrays.equals(once, train(which, Run.seeded(6)).dictionary().atoms().toArray()));
    }
  }

  @ParameterizedTest
  @EnumSource(AtomNorm.class)
  void atomsHaveNormOneAtTheEnd(AtomNorm norm) {
    MpSaeConfig config = Options.with(pursuit(), Map.of("atomNorm", norm, "steps", 50));
    assertUnit(new MpSae().run(DATA, config, Run.local()).dictionary());
  }

  @Test
  void decoderRowsHaveNormOne() {
    assertUnit(train(1, Run.local()).dictionary());
  }

  private static void assertUnit(Dictionary dictionary) {
    float[] row = new float[D];
    for (int i = 0; i < dictionary.features(); i++) {
      dictionary.atoms().copyRow(i, row);
      double square = 0;
      for (float v : row) {
        square += (double) v * v;
      }
      assertEquals(1, Math.sqrt(square), 1e-5);
    }
  }

  @Test
  void deadAtomsAreReseededOnlyWhereAskedFor() {
    MpSaeConfig wide =
        Options.with(pursuit(), Map.of("width", 300, "k", 1, "deadAfter", 500L, "steps", 100));
    double without = dead(new MpSae().run(DATA, wide, Run.local()));
    MpSaeConfig reseeded = Options.with(wide, "reseed", true);
    double with = dead(new MpSae().run(DATA, reseeded, Run.local()));
    assertTrue(with < without, with + " of " + without);
  }

  private static double dead(SaeTraining training) {
    double[] dead = training.log().figure("dead");
    return dead[dead.length - 1];
  }

  @Test
  void optionsOfTheFamilyTrainToo() {
    BiFunction<TopKConfig, Map<String, Object>, Double> explained =
        (config, change) ->
            new TopKSae()
                .run(DATA, Options.with(config, change), Run.local())
                .evaluation()
                .fidelity()
                .explainedVariance();
    assertTrue(explained.apply(topK(), Map.of("groups", true)) > 0.3);
    assertTrue(explained.apply(topK(), Map.of("multi", true)) > 0.7);
    assertTrue(explained.apply(topK(), Map.of("normWeighed", true, "unitDecoder", false)) > 0.7);
    assertTrue(explained.apply(topK(), Map.of("annealSteps", 200)) > 0.7);
    MpSaeConfig dropout = Options.with(pursuit(), Map.of("dropout", 0.1, "rectify", true));
    assertTrue(
        new MpSae().run(DATA, dropout, Run.local()).evaluation().fidelity().explainedVariance()
            > 0.7);
  }

  @Test
  void orthogonalPursuitTrainsAndItsDictionaryEncodesThatWay() {
    MpSaeConfig config = Options.with(pursuit(), "orthogonal", true);
    SaeTraining training = new MpSae().run(DATA, config, Run.local());
    assertTrue(training.evaluation().fidelity().explainedVariance() > 0.8, training.headline());
    assertEquals(1, training.dictionary().setting("orthogonal", 0));
  }

  @Test
  void everyScalingIsKeptInTheDictionary() {
    for (Dictionary.Kind kind : Dictionary.Kind.values()) {
      MpSaeConfig config = Options.with(pursuit(), Map.of("normalize", kind, "steps", 200));
      SaeTraining training = new MpSae().run(DATA, config, Run.local());
      assertEquals(kind, training.dictionary().scaling().kind());
      assertTrue(training.evaluation().fidelity().explainedVariance() > 0.6, kind + "");
    }
  }

  @Test
  void whatIsSavedCanBePutToWorkAgain(@TempDir Path folder) throws Exception {
    SaeTraining training = train(2, Run.local());
    training.save(RunFolder.at(folder));
    SparseAutoencoder sae = SparseAutoencoder.load(folder);
    assertArrayEquals(
        SparseAutoencoder.of(training.dictionary()).encode(DATA).dense(7),
        sae.encode(DATA).dense(7));
    assertEquals(training.log().csv(), Files.readString(folder.resolve("training.csv")));
    Report report = new Report("training");
    training.describe(report);
    assertTrue(report.html().contains("training"));
  }

  @Test
  void whatCannotBeTrainedIsRefused() {
    refused(
        "--k: k is 25 with 24 features; give a k from 1 to the number of features, or a larger"
            + " --width",
        () -> new MpSae().run(DATA, Options.with(pursuit(), "k", 25), Run.local()));
    refused(
        "--k: k is 24.5 with 24 features; give a k from 1 to the number of features, or a larger"
            + " --width",
        () -> new BatchTopKSae().run(DATA, Options.with(batchTopK(), "k", 24.5), Run.local()));
    refused(
        "--k: is 0; allowed: 1 to 1,048,576",
        () -> new MpSae().run(DATA, Options.with(pursuit(), "k", 0), Run.local()));
    refused(
        "--tau: is -1; allowed: at least 0",
        () -> new MpSae().run(DATA, Options.with(pursuit(), "tau", -1.0), Run.local()));
    refused(
        "--warmup: 400 warm-up steps of 400 steps; give fewer, or more --steps",
        () -> new TopKSae().run(DATA, Options.with(topK(), "warmup", 400), Run.local()));
    refused(
        "--tau: is 0.1 with --orthogonal; orthogonal pursuit makes exactly k picks: leave one of the"
            + " two out",
        () ->
            new MpSae()
                .run(
                    DATA,
                    Options.with(pursuit(), Map.of("tau", 0.1, "orthogonal", true)),
                    Run.local()));
    refused(
        "--groups: 24 latents do not make 5 equal groups; give a --width that is a multiple of"
            + " --k",
        () ->
            new TopKSae()
                .run(DATA, Options.with(topK(), Map.of("groups", true, "k", 5)), Run.local()));
    refused(
        "1 row leaves none to learn from; give more rows, or --test-share 0",
        () -> new MpSae().run(DATA.slice(0, 1), pursuit(), Run.local()));
    refused(
        "all 9 vectors are equal; give data that varies",
        () -> new MpSae().run(Vectors.of(new float[90], 10, 9), pursuit(), Run.local()));
    float[] rows = DATA.toArray();
    rows[17 * D + 3] = Float.NaN;
    refused(
        "row 17 contains a non-finite value (column 3); remove the row or replace the value",
        () ->
            new MpSae()
                .run(
                    Vectors.of(rows, N, D),
                    Options.with(pursuit(), "testShare", 0.0),
                    Run.local()));
  }

  private static void refused(String message, Executable action) {
    assertEquals(message, assertThrows(InputException.class, action).getMessage());
  }
}
