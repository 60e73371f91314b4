package dev.grassmann.tables.quickselection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.run.CancelledException;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResumeTest {
  private static final QuickSelectionConfig SMALL =
      QuickSelectionConfig.DEFAULTS.with(
          Map.of("hidden", 60, "epochs", 4, "epsilon", 6, "batch", 40, "runs", 2));

  private final Table table = Tables.of(MadelonLike.draw(130, 50, 0, new SplittableRandom(1)));

  @TempDir Path folder;

  /** 3 batches an epoch, 4 epochs, 2 trainings: 24 batches. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 10, 12, 13, 16, 23})
  void aRunThatWasCutShortGoesOnToTheSameBytes(int batches) throws IOException {
    Path whole = folder.resolve("whole");
    Path cut = folder.resolve("cut");
    FeatureRanking expected = rank(in(whole).build());
    AtomicInteger asked = new AtomicInteger();
    Run stopped = in(cut).cancelled(() -> asked.incrementAndGet() > batches).build();
    assertThrows(CancelledException.class, () -> rank(stopped));
    FeatureRanking resumed = rank(in(cut).resume(true).threads(1).build());
    assertEquals(expected, resumed);
    assertArrayEquals(
        Files.readAllBytes(whole.resolve(Checkpoint.FILE)),
        Files.readAllBytes(cut.resolve(Checkpoint.FILE)));
  }

  @Test
  void aRunThatWasDoneIsDoneAtOnce() {
    FeatureRanking expected = rank(in(folder).build());
    AtomicInteger asked = new AtomicInteger();
    Run again =
        in(folder)
            .resume(true)
            .cancelled(() -> asked.incrementAndGet() > 1) // the last word of progress only
            .build();
    assertEquals(expected, rank(again));
  }

  @Test
  void aCheckpointOfAnotherTrainingIsRefused() {
    rank(in(folder).build());
    Run other = in(folder).seed(3).resume(true).build();
    InputException refusal = assertThrows(InputException.class, () -> rank(other));
    assertEquals(
        folder.resolve(Checkpoint.FILE)
            + ": belongs to another training (seed was 0, is 3); resume with the same data, seed"
            + " and options, or leave --resume away to start anew",
        refusal.getMessage());
  }

  @Test
  void aCheckpointOfOtherNumbersIsRefused() {
    rank(in(folder).build());
    Table other = Tables.with(table, "f1", 0, 99);
    Run resumed = in(folder).resume(true).build();
    InputException refusal =
        assertThrows(
            InputException.class, () -> new QuickSelection(SMALL).run(other, SMALL, resumed));
    assertEquals("belongs to another training (data was ", refusal.what().substring(0, 38));
  }

  private Run.Builder in(Path path) {
    return Run.builder().folder(RunFolder.at(path));
  }

  private FeatureRanking rank(Run run) {
    return new QuickSelection(SMALL).run(table, SMALL, run);
  }
}
