package dev.grassmann.dictionaries.polysae;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.run.CancelledException;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.dictionaries.SparseAutoencoder;
import dev.grassmann.dictionaries.SumsOfTwo;
import dev.grassmann.dictionaries.standard.JumpReluOptions;
import dev.grassmann.dictionaries.standard.TopKConfig;
import dev.grassmann.dictionaries.standard.TopKSae;
import dev.grassmann.dictionaries.train.SaeTraining;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolySaeTest {
  private static final Vectors DATA = SumsOfTwo.rows(2_000, 12);

  @TempDir Path folder;

  private static PolySaeConfig config(Object... more) {
    Map<String, Object> changes = new HashMap<>();
    changes.put("width", 24);
    changes.put("k", 2.0);
    changes.put("steps", 500);
    changes.put("batch", 128);
    changes.put("learningRate", 1e-2);
    changes.put("warmup", 10);
    changes.put("startNorm", 1.0);
    for (int i = 0; i < more.length; i += 2) {
      changes.put((String) more[i], more[i + 1]);
    }
    return Options.with(PolySaeConfig.DEFAULT, changes);
  }

  @ParameterizedTest
  @EnumSource
  void everyBaseLearnsWithColumnsThatStayOrthonormal(Base base) {
    SaeTraining training = new PolySae(config("base", base, "sparsity", 0.3)).train(DATA);
    double explained = training.evaluation().fidelity().explainedVariance();
    assertTrue(explained > 0.7, training.headline());
    PolyWeights weights = PolyWeights.of(training.dictionary());
    assertEquals(3, weights.order());
    assertArrayEquals(new int[] {12, 1, 1}, weights.ranks());
    for (int r = 0; r < 12; r++) {
      for (int s = 0; s <= r; s++) {
        double product = 0;
        for (int j = 0; j < 24; j++) {
          product += weights.projection()[j * 12 + r] * weights.projection()[j * 12 + s];
        }
        assertEquals(r == s ? 1 : 0, product, 1e-5);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTrainingThatWasStoppedGoesOnToTheSameBytes(Base base) {
    PolySaeConfig config = config("base", base, "steps", 60);
    SaeTraining whole = new PolySae().run(DATA, config, Run.seeded(3));
    AtomicInteger left = new AtomicInteger(40);
    Run.Builder here = Run.seeded(3).but().folder(RunFolder.at(folder));
    Run stopped = here.cancelled(() -> left.decrementAndGet() < 0).build();
    assertThrows(CancelledException.class, () -> new PolySae().run(DATA, config, stopped));
    Run again = Run.seeded(3).but().folder(RunFolder.at(folder)).resume(true).build();
    Dictionary resumed = new PolySae().run(DATA, config, again).dictionary();
    whole
        .dictionary()
        .parameters()
        .forEach(
            (name, values) -> assertArrayEquals(values.toArray(), resumed.required(name), 0, name));
  }

  @Test
  void whatIsSavedDecodesTheSameAgain() {
    Dictionary dictionary = new PolySae(config("steps", 50)).train(DATA).dictionary();
    dictionary.save(RunFolder.at(folder));
    assertArrayEquals(
        SparseAutoencoder.of(dictionary).reconstruct(DATA).toArray(),
        SparseAutoencoder.load(folder).reconstruct(DATA).toArray());
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 24})
  void aLinearDictionaryIsStartedFromWithNearlyItsOutput(int width) {
    TopKConfig topK =
        Options.with(
            TopKConfig.DEFAULT,
            Map.of(
                "width",
                width,
                "k",
                2,
                "steps",
                100,
                "batch",
                128,
                "warmup",
                5,
                "learningRate",
                1e-2));
    Dictionary linear = new TopKSae(topK).train(DATA).dictionary();
    linear.save(RunFolder.at(folder));
    PolySaeConfig config =
        config("init", Init.LINEAR, "from", folder.toString(), "steps", 1, "warmup", 0);
    config = Options.with(config, Map.of("learningRate", 1e-9, "order", 1, "ranks", List.of()));
    Dictionary poly = new PolySae(config).train(DATA).dictionary();
    assertArrayEquals(
        SparseAutoencoder.of(linear).reconstruct(DATA).toArray(),
        SparseAutoencoder.of(poly).reconstruct(DATA).toArray(),
        2e-3f);
    assertArrayEquals(linear.atoms().toArray(), poly.atoms().toArray(), 1e-4f);
  }

  @Test
  void anAlignedStartPointsEachEncoderRowWhereItsLatentPoints() {
    PolySaeConfig config = config("init", Init.ALIGNED);
    dev.grassmann.dictionaries.standard.Weights weights =
        new dev.grassmann.dictionaries.standard.Weights(
            24, 12, new float[288], new float[288], new float[24], new float[12]);
    float[] atoms =
        new PolyStart(config, new int[] {12, 1, 1}, Optional.empty(), 1).decoding(weights).atoms();
    for (int j = 0; j < 24; j++) {
      double product = 0;
      double square = 0;
      for (int c = 12 * j; c < 12 * (j + 1); c++) {
        product += atoms[c] * weights.encoder()[c];
        square += atoms[c] * atoms[c];
      }
      assertEquals(Math.sqrt(square), product, 1e-5, "norm 1, cosine 1");
    }
  }

  @Test
  void pairsThatInteractAreFound() {
    float[] rows = new float[3_000 * 6];
    java.util.SplittableRandom random = new java.util.SplittableRandom(4);
    for (int b = 0; b < 3_000; b++) {
      int first = random.nextInt(4);
      int second = (first + 1 + random.nextInt(3)) % 4;
      rows[6 * b + first] = 2;
      rows[6 * b + second] = 2;
      rows[6 * b + 4] = first + second == 1 ? 3 : 0; // 0 with 1 adds something of its own
    }
    Vectors data = Vectors.of(rows, 3_000, 6);
    float[] axes = new float[4 * 6];
    for (int j = 0; j < 4; j++) {
      axes[7 * j] = 1;
    }
    float[] bias = {-0.5f, -0.5f, -0.5f, -0.5f};
    float[] projection = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1};
    projection = mixed(projection);
    Dictionary dictionary =
        new Dictionary(
            PolyArchitecture.ID,
            2,
            Vectors.of(axes, 4, 6),
            Map.of(
                Dictionary.ENCODER,
                Vectors.of(axes, 4, 6),
                Dictionary.ENCODER_BIAS,
                Vectors.of(bias, 1, 4),
                Dictionary.BIAS,
                Vectors.of(new float[6], 1, 6),
                PolyWeights.PROJECTION,
                Vectors.of(projection, 4, 4),
                PolyWeights.mix(1),
                Vectors.of(new float[24], 6, 4),
                PolyWeights.mix(2),
                Vectors.of(new float[] {0, 0, 0, 0, 1, 0}, 6, 1),
                PolyWeights.LAMBDAS,
                Vectors.of(new float[] {1}, 1, 1)),
            Map.of(),
            Dictionary.Scaling.none());
    Interactions found =
        new InteractionSearch(
                new Pairs(dictionary),
                SparseAutoencoder.of(dictionary).encode(data),
                new InteractionsConfig("", 3, 5, false, 2))
            .search(Run.local());
    assertEquals(0, found.pairs().get(0).first());
    assertEquals(1, found.pairs().get(0).second());
    assertEquals(1, found.pairs().get(0).strength(), 1e-6); // 2 · ½ · ½ · 2
    assertEquals(6, found.looked());
    assertEquals(3, found.pairs().size());
    assertEquals(2, found.pairs().get(0).examples().size());
    assertTrue(found.headline().startsWith("latents 0 and 1 combine most of 6 pairs"));
    found.save(RunFolder.at(folder));
    assertTrue(found.text().contains("first second"), found.text());
  }

  /** The first column couples latents 0 and 1 and no others. */
  private static float[] mixed(float[] identity) {
    float[] u = identity.clone();
    float half = (float) Math.sqrt(0.5);
    u[0] = half;
    u[1] = half;
    u[4] = half;
    u[5] = -half;
    return u;
  }

  @Test
  void whatCannotBeTrainedIsRefused() {
    refused(
        "--ranks: rank 30 exceeds the 24 latents; columns of U cannot be orthonormal; give a first"
            + " rank up to the number of latents",
        config("ranks", List.of(30, 1, 1)));
    refused(
        "--ranks: are [12, 3, 4]; no power may have a higher rank than the one before, whose"
            + " columns it shares",
        config("ranks", List.of(12, 3, 4)));
    refused(
        "--ranks: are [12, 3] for order 3; give one for each power, or none",
        config("ranks", List.of(12, 3)));
    refused("--ranks: is 0; allowed: at least 1", config("ranks", List.of(12, 0, 0)));
    refused(
        "--from: --init linear and --from belong together; give both, or neither",
        config("init", Init.LINEAR));
    refused(
        "--sparsity-loss: tanh weighs codes by decoder norms, which this decoder does not have;"
            + " give step or target",
        config("base", Base.JUMPRELU, "sparsityLoss", JumpReluOptions.SparsityLoss.TANH));
  }

  private static void refused(String message, PolySaeConfig config) {
    Executable action = () -> new PolySae(config).train(DATA);
    assertEquals(message, assertThrows(InputException.class, action).getMessage());
  }
}
