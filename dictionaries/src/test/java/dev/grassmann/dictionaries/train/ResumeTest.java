package dev.grassmann.dictionaries.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.CancelledException;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.dictionaries.mpsae.MpSae;
import dev.grassmann.dictionaries.mpsae.MpSaeConfig;
import dev.grassmann.dictionaries.standard.BatchTopKConfig;
import dev.grassmann.dictionaries.standard.BatchTopKSae;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeTest {
  private static final Vectors DATA = noise();

  @TempDir Path folder;

  private static Vectors noise() {
    SplittableRandom random = new SplittableRandom(9);
    float[] rows = new float[600 * 8];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (float) random.nextGaussian();
    }
    return Vectors.of(rows, 600, 8);
  }

  /** Dead atoms are reseeded and atoms left out, so that every random choice is looked at. */
  private static final MpSaeConfig OPTIONS =
      Options.with(
          MpSaeConfig.DEFAULT,
          Map.of(
              "width",
              40,
              "k",
              2,
              "steps",
              130,
              "batch",
              50,
              "reseed",
              true,
              "deadAfter",
              300L,
              "dropout",
              0.2,
              "coolDown",
              0.5,
              "coolDownTo",
              0.0));

  private static SaeTraining pursuit(Run run) {
    return new MpSae().run(DATA, OPTIONS, run);
  }

  private static SaeTraining batchTopK(Run run) {
    Map<String, Object> options =
        Map.of(
            "width",
            40,
            "k",
            2.5,
            "steps",
            130,
            "batch",
            50,
            "warmup",
            20,
            "deadAfter",
            300L,
            "thresholdStart",
            30);
    return new BatchTopKSae().run(DATA, Options.with(BatchTopKConfig.DEFAULT, options), run);
  }

  private Run.Builder here() {
    return Run.seeded(3).but().folder(RunFolder.at(folder));
  }

  /** A run that the user stops when it asks for the n-th time. */
  private Run stopped(int asks) {
    AtomicInteger left = new AtomicInteger(asks);
    return here().cancelled(() -> left.decrementAndGet() < 0).build();
  }

  @Test
  void aTrainingThatWasStoppedGoesOnToTheSameResult() {
    for (Function<Run, SaeTraining> train :
        List.<Function<Run, SaeTraining>>of(ResumeTest::pursuit, ResumeTest::batchTopK)) {
      SaeTraining whole = train.apply(Run.seeded(3));
      assertThrows(CancelledException.class, () -> train.apply(stopped(80)));
      assertTrue(Files.exists(folder.resolve("checkpoint.safetensors")));
      SaeTraining resumed = train.apply(here().resume(true).build());
      assertArrayEquals(
          whole.dictionary().atoms().toArray(), resumed.dictionary().atoms().toArray());
      assertEquals(
          whole.dictionary().parameters().keySet(), resumed.dictionary().parameters().keySet());
      whole
          .dictionary()
          .parameters()
          .forEach(
              (name, values) ->
                  assertArrayEquals(
                      values.toArray(), resumed.dictionary().required(name), 0, name));
      assertEquals(whole.log(), resumed.log());
    }
  }

  @Test
  void withoutResumeATrainingBeginsAnew() {
    SaeTraining whole = pursuit(Run.seeded(3));
    assertThrows(CancelledException.class, () -> pursuit(stopped(80)));
    assertEquals(whole.log(), pursuit(here().build()).log());
  }

  @Test
  void aCheckpointOfAnotherTrainingIsRefused() {
    assertThrows(CancelledException.class, () -> pursuit(stopped(80)));
    InputException refused =
        assertThrows(InputException.class, () -> pursuit(here().seed(4).resume(true).build()));
    String where = folder.resolve("checkpoint.safetensors") + ": belongs to another training (";
    assertTrue(refused.getMessage().startsWith(where + "learner was "), refused.getMessage());
    assertTrue(refused.getMessage().contains("; seed was 3, is 4); resume"), refused.getMessage());
    float[] other = DATA.toArray();
    for (int i = 0; i < other.length; i++) {
      other[i] += 0.01f;
    }
    assertThrows(
        InputException.class,
        () -> new MpSae().run(Vectors.of(other, 600, 8), OPTIONS, here().resume(true).build()));
  }

  @Test
  void nothingToResumeIsABeginning() {
    assertEquals(pursuit(Run.seeded(3)).log(), pursuit(here().resume(true).build()).log());
  }
}
