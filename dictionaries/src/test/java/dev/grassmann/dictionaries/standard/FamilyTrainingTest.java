package dev.grassmann.dictionaries.standard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.Method;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.run.CancelledException;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.dictionaries.SumsOfTwo;
import dev.grassmann.dictionaries.train.SaeTraining;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FamilyTrainingTest {
  private static final Vectors DATA = SumsOfTwo.rows(2_000, 12);

  private static final Map<String, Object> SMALL =
      Map.of(
          "width",
          24,
          "steps",
          500,
          "batch",
          128,
          "learningRate",
          1e-2,
          "warmup",
          10,
          "deadAfter",
          2_000L,
          "resampleEvery",
          100);

  @TempDir Path folder;

  /** A method with options, and the most latents a row that are allowed at the end. */
  private record Kind(String name, Method<Vectors, ?, SaeTraining> method, double mostL0) {
    @Override
    public String toString() {
      return name;
    }

    SaeTraining train(Run run) {
      return train(method, run);
    }

    private static <C extends Record> SaeTraining train(
        Method<Vectors, C, SaeTraining> method, Run run) {
      return method.run(DATA, method.defaults(), run);
    }
  }

  private static <C extends Record> C with(C config, Object... more) {
    Map<String, Object> changes = new HashMap<>(SMALL);
    for (int i = 0; i < more.length; i += 2) {
      changes.put((String) more[i], more[i + 1]);
    }
    return Options.with(config, changes);
  }

  static Stream<Kind> kinds() {
    return Stream.of(
        new Kind("relu", new ReluSae(with(ReluConfig.DEFAULT, "l1", 0.5, "l1Warmup", 100)), 8),
        new Kind(
            "relu with unit rows",
            new ReluSae(
                with(
                    ReluConfig.DEFAULT,
                    "l1",
                    0.5,
                    "l1Normed",
                    false,
                    "unitDecoder",
                    true,
                    "startNorm",
                    1.0)),
            8),
        new Kind("gated", new GatedSae(with(GatedConfig.DEFAULT, "l1", 0.5)), 8),
        new Kind(
            "gated, frozen",
            new GatedSae(
                with(
                    GatedConfig.DEFAULT,
                    "l1",
                    1.5,
                    "l1Normed",
                    false,
                    "unitDecoder",
                    true,
                    "startNorm",
                    1.0,
                    "freezeGate",
                    true)),
            8),
        new Kind(
            "jumprelu",
            new JumpReluSae(with(JumpReluConfig.DEFAULT, "sparsity", 0.3, "sparsityWarmup", 100)),
            8),
        new Kind(
            "jumprelu, tanh",
            new JumpReluSae(
                with(
                    JumpReluConfig.DEFAULT,
                    "sparsity",
                    0.3,
                    "sparsityLoss",
                    JumpReluOptions.SparsityLoss.TANH)),
            8),
        new Kind(
            "jumprelu, target",
            new JumpReluSae(
                with(
                    JumpReluConfig.DEFAULT,
                    "sparsity",
                    1.0,
                    "targetL0",
                    3.0,
                    "logThreshold",
                    false,
                    "sparsityLoss",
                    JumpReluOptions.SparsityLoss.TARGET)),
            5),
        new Kind(
            "matryoshka",
            new MatryoshkaSae(
                with(
                    MatryoshkaConfig.DEFAULT,
                    "k",
                    2.0,
                    "widths",
                    List.of(12, 24),
                    "thresholdStart",
                    50,
                    "thresholdDecay",
                    0.95)),
            3));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void eachKindLearnsSumsOfTwoDirectionsWithFewLatents(Kind kind) {
    SaeTraining training = kind.train(Run.local());
    double explained = training.evaluation().fidelity().explainedVariance();
    double l0 = training.evaluation().l0();
    assertTrue(explained > 0.8, training.headline());
    assertTrue(l0 > 1 && l0 <= kind.mostL0(), training.headline());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aTrainingThatWasStoppedGoesOnToTheSameBytes(Kind kind) {
    SaeTraining whole = kind.train(Run.seeded(3));
    Run.Builder here = Run.seeded(3).but().folder(RunFolder.at(folder));
    AtomicInteger left = new AtomicInteger(260);
    Run stopped = here.cancelled(() -> left.decrementAndGet() < 0).build();
    assertThrows(CancelledException.class, () -> kind.train(stopped));
    Run again = Run.seeded(3).but().folder(RunFolder.at(folder)).resume(true).build();
    Dictionary resumed = kind.train(again).dictionary();
    assertArrayEquals(whole.dictionary().atoms().toArray(), resumed.atoms().toArray());
    whole
        .dictionary()
        .parameters()
        .forEach(
            (name, values) -> assertArrayEquals(values.toArray(), resumed.required(name), 0, name));
  }

  @Test
  void aMatryoshkasFirstLatentsReconstructByThemselves() {
    MatryoshkaConfig nested =
        with(MatryoshkaConfig.DEFAULT, "k", 2.0, "widths", List.of(4, 24), "resampleEvery", 0);
    BatchTopKConfig flat = with(BatchTopKConfig.DEFAULT, "k", 2.0, "resampleEvery", 0);
    double coarse = firstFour(new MatryoshkaSae(nested).train(DATA).dictionary());
    double any = firstFour(new BatchTopKSae(flat).train(DATA).dictionary());
    assertTrue(coarse > any + 0.1, coarse + " against " + any);
  }

  /** Variance that the first four latents explain of what the bias leaves. */
  private static double firstFour(Dictionary dictionary) {
    Weights weights = Weights.of(dictionary);
    float[] rows =
        new dev.grassmann.dictionaries.InputScaler(dictionary.scaling(), 12)
            .read(DATA, 0, DATA.n());
    Chooser.Plan plan =
        new Chooser.Plan(Selection.BATCH, 2, 2 * DATA.n(), false, AuxK.NONE, 0, null, null, null);
    dev.grassmann.dictionaries.ActiveCodes codes =
        new Chooser(weights, plan).choose(rows, DATA.n()).codes();
    for (int e = 0; e < codes.entries(); e++) {
      if (codes.latent()[e] >= 4) {
        codes.value()[e] = 0;
      }
    }
    double error = Errors.of(codes, new LinearDecoding(weights), rows, 1).squared();
    return 1 - error / (Variance.ofRows(rows, DATA.n(), 12) * DATA.n());
  }

  @Test
  void aPenaltyThatCanBeEscapedIsWarnedOf() {
    Run run = Run.local();
    new ReluSae().run(DATA, with(ReluConfig.DEFAULT, "l1Normed", false, "steps", 20), run);
    assertEquals(
        List.of(
            "the penalty does not see decoder norms, which are free: codes can shrink while rows"
                + " grow; give --l1-normed or --unit-decoder"),
        run.warnings());
  }

  @Test
  void averagesOfTheParametersTakeTheirPlaceAtTheEnd() {
    ReluConfig plain = with(ReluConfig.DEFAULT, "steps", 50);
    float[] last = new ReluSae(plain).train(DATA).dictionary().atoms().toArray();
    float[] same =
        new ReluSae(Options.with(plain, "average", 0.0)).train(DATA).dictionary().atoms().toArray();
    float[] averaged =
        new ReluSae(Options.with(plain, "average", 0.9)).train(DATA).dictionary().atoms().toArray();
    assertArrayEquals(last, same);
    double off = 0;
    for (int i = 0; i < last.length; i++) {
      off = Math.max(off, Math.abs(last[i] - averaged[i]));
    }
    assertTrue(off > 1e-4 && off < 1, off + "");
    assertEquals(24 * 12, averaged.length);
  }
}
