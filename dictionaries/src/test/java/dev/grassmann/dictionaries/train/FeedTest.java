package dev.grassmann.dictionaries.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.NpyFile;
import dev.grassmann.core.io.VectorFiles;
import dev.grassmann.core.run.CancelledException;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.dictionaries.standard.TopKConfig;
import dev.grassmann.dictionaries.standard.TopKSae;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How rows of several files come to a training. */
class FeedTest {
  private static final int ROWS = 500;
  private static final int D = 8;

  @TempDir Path folder;

  private static float[] noise(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] rows = new float[ROWS * D];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (float) random.nextGaussian();
    }
    return rows;
  }

  /** Two files, of which the second may be spoilt. */
  private Vectors shards(int row, float number) throws IOException {
    float[] second = noise(2);
    second[row * D + 3] = number;
    NpyFile.write(folder.resolve("part-1.npy"), Vectors.of(noise(1), ROWS, D));
    NpyFile.write(folder.resolve("part-2.npy"), Vectors.of(second, ROWS, D));
    return VectorFiles.read(folder.resolve("*.npy"));
  }

  private static SaeTraining train(Vectors data, Run run, Map<String, Object> feed) {
    Map<String, Object> options =
        new HashMap<>(
            Map.of("width", 20, "k", 3, "steps", 60, "batch", 50, "warmup", 5, "testShare", 0.0));
    options.putAll(feed);
    return new TopKSae().run(data, Options.with(TopKConfig.DEFAULT, options), run);
  }

  @Test
  void aRowThatHoldsNoNumberIsRefusedWithItsFile() throws IOException {
    Vectors data = shards(77, Float.NaN);
    for (double drop : new double[] {0, 10}) {
      InputException refused =
          assertThrows(
              InputException.class, () -> train(data, Run.seeded(1), Map.of("dropNorms", drop)));
      assertEquals(
          folder.resolve("part-2.npy")
              + " row 77: row 577 contains a non-finite value (column 3); remove the row or"
              + " replace the value",
          refused.getMessage());
    }
  }

  @Test
  void rowsThatHoldNoNumberAreLeftOutWhereThatIsAskedFor() throws IOException {
    Vectors data = shards(77, Float.POSITIVE_INFINITY);
    Run run = Run.seeded(1);
    SaeTraining training = train(data, run, Map.of("skipBadRows", true));
    assertEquals(999, training.trainedOn());
    assertEquals(
        List.of(
            "1 of 1,000 rows hold no number somewhere and are left out; the first is "
                + folder.resolve("part-2.npy")
                + " row 77"),
        run.warnings());
  }

  @Test
  void rowsMuchLongerThanTheMiddleOneAreLeftOutWhereThatIsAskedFor() throws IOException {
    Vectors data = shards(100, 1000);
    Run run = Run.seeded(1);
    assertEquals(999, train(data, run, Map.of("dropNorms", 10.0)).trainedOn());
    assertEquals(1, run.warnings().size());
    String said = run.warnings().get(0);
    String place = folder.resolve("part-2.npy") + " row 100";
    assertEquals(
        "1 of 1,000 rows have norms above N and are left out; the first is " + place,
        said.replaceFirst("above [0-9.]+", "above N"));
    assertEquals(1000, train(data, Run.seeded(1), Map.of("dropNorms", 1000.0)).trainedOn());
  }

  @Test
  void aBufferChangesTheOrderAndATrainingThatWasStoppedGoesOnInIt() throws IOException {
    Vectors data = shards(0, 1);
    Map<String, Object> buffered = Map.of("buffer", 200);
    SaeTraining whole = train(data, Run.seeded(1), buffered);
    assertFalse(whole.log().equals(train(data, Run.seeded(1), Map.of()).log()));
    AtomicInteger left = new AtomicInteger(37);
    RunFolder own = RunFolder.at(folder.resolve("run"));
    Run stopped =
        Run.seeded(1).but().folder(own).cancelled(() -> left.decrementAndGet() < 0).build();
    assertThrows(CancelledException.class, () -> train(data, stopped, buffered));
    Run again = Run.seeded(1).but().folder(own).resume(true).build();
    assertThrows(
        InputException.class, () -> train(data, again, Map.of("buffer", 201)), "another order");
    SaeTraining resumed = train(data, again, buffered);
    assertArrayEquals(whole.dictionary().atoms().toArray(), resumed.dictionary().atoms().toArray());
    assertEquals(whole.log(), resumed.log());
  }
}
