package dev.grassmann.clusters.franca;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.NpyFile;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EraseTest {
  private static final int GRID = 4;
  private static final int D = 12;
  private static final Vectors TOKENS = tokens(30);

  /** Two numbers say the place, the others nothing of it. */
  private static Vectors tokens(int items) {
    SplittableRandom random = new SplittableRandom(4);
    float[] z = new float[items * GRID * GRID * D];
    for (int t = 0; t < items * GRID * GRID; t++) {
      for (int j = 0; j < D; j++) {
        z[t * D + j] = (float) random.nextGaussian();
      }
      z[t * D + 3] = (float) (4 * (t % (GRID * GRID) / GRID / 3.0 - 0.5));
      z[t * D + 7] = (float) (4 * (t % GRID / 3.0 - 0.5));
    }
    return Vectors.of(z, items * GRID * GRID, D);
  }

  private static EraseConfig config(Map<String, ?> changes) {
    EraseConfig grid =
        Options.with(
            EraseConfig.DEFAULTS,
            Map.of("gridRows", GRID, "gridColumns", GRID, "iterations", 3, "clusters", 4));
    return Options.with(grid, changes);
  }

  private static void refused(String message, Vectors tokens, Map<String, ?> changes) {
    assertEquals(
        message,
        assertThrows(
                InputException.class, () -> new Erase().run(tokens, config(changes), Run.local()))
            .getMessage());
  }

  @Test
  void placesAreGoneAndTheMapDoesWhatTheRoundsDid(@TempDir Path folder) {
    Erasure erasure = new Erase().run(TOKENS, config(Map.of("epochs", 40)), Run.seeded(2));
    double[] errors = erasure.errors();
    assertTrue(errors[0] < 0.2 * erasure.chance(), "a probe reads places: " + errors[0]);
    assertTrue(
        errors[errors.length - 1] >= 0.95 * erasure.chance(), "not any more: " + erasure.text());
    double[] map = erasure.map();
    for (int i = 0; i < D; i++) {
      for (int j = 0; j < D; j++) {
        double square = 0;
        for (int k = 0; k < D; k++) {
          square += map[i * D + k] * map[k * D + j];
        }
        assertEquals(map[i * D + j], square, 1e-9, "a projection, once is as good as twice");
        assertEquals(map[i * D + j], map[j * D + i], 1e-9);
      }
    }
    erasure.save(RunFolder.at(folder));
    MappedFeatures mapped =
        new Apply().run(TOKENS, new ApplyConfig(folder.toString()), Run.local());
    assertArrayEquals(erasure.features().toArray(), mapped.features().toArray(), 1e-5f);
    assertEquals(1 - erasure.energyRemoved(), mapped.kept(), 1e-5);
    double[] entropy = erasure.spatialEntropy().orElseThrow();
    assertTrue(entropy[1] > entropy[0] && entropy[1] <= Math.log(16), "places of clusters");
    Report report = new Report("RASA");
    erasure.describe(report);
    assertTrue(report.html().contains("Where the tokens of a cluster lie"));
  }

  @Test
  void anyTargetCanBeErased(@TempDir Path folder) throws IOException {
    float[] wanted = new float[TOKENS.n()];
    float[] row = new float[D];
    for (int i = 0; i < wanted.length; i++) {
      TOKENS.copyRow(i, row);
      wanted[i] = 5 + row[1] - 2 * row[9];
    }
    Path file = folder.resolve("targets.npy");
    NpyFile.write(file, Vectors.of(wanted, wanted.length, 1));
    Erasure erasure =
        new Erase()
            .run(
                TOKENS,
                config(Map.of("targets", file.toString(), "epochs", 20, "batch", 64)),
                Run.local());
    assertTrue(erasure.rounds() >= 1);
    assertTrue(erasure.spatialEntropy().isEmpty());
    double[] map = erasure.map();
    double along = 0; // what is left of the direction that was read: (0, 1, ..., -2, ...)
    for (int j = 0; j < D; j++) {
      double left = map[D + j] - 2 * map[9 * D + j];
      along += left * left;
    }
    assertTrue(along < 0.05 * 5, "of 5: " + along);
  }

  @Test
  void whatCannotBeErasedIsRefused(@TempDir Path folder) throws IOException {
    refused(
        "--grid-rows: neither positions nor targets are given; give --grid-rows and --grid-columns"
            + " of each image's tokens, or --targets FILE",
        TOKENS,
        Map.of("gridRows", 0));
    refused(
        "--grid-rows: a grid of 1 x 4 has constant coordinates; give 2 or more of both, or"
            + " --targets",
        TOKENS,
        Map.of("gridRows", 1));
    refused(
        "--grid-rows: 480 rows are no whole number of grids of 28; give the rows and columns of the"
            + " grid, the tokens of an image one after the other",
        TOKENS,
        Map.of("gridRows", 7));
    refused(
        "--iterations: 6 rounds of 2 directions would remove the whole space of 12; give at most 5",
        TOKENS,
        Map.of("iterations", 6));
    Path file = folder.resolve("targets.npy");
    NpyFile.write(file, Vectors.of(new float[] {1, 1, 1}, 3, 1));
    refused(
        file + ": column 0 is constant or not finite; give targets that differ",
        TOKENS,
        Map.of("targets", file.toString()));
    NpyFile.write(file, Vectors.of(new float[] {1, 2, 1}, 3, 1));
    refused(
        "--targets: 3 targets for 480 rows; give one row of targets a row",
        TOKENS,
        Map.of("targets", file.toString()));
  }

  @Test
  void aMapOfAnotherSizeIsRefused(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("map.npy");
    NpyFile.write(file, Vectors.of(new float[9], 3, 3));
    assertEquals(
        file
            + ": is 3 x 3, the features have 12 numbers; give the map that was fitted to features of"
            + " this kind",
        assertThrows(
                InputException.class,
                () -> new Apply().run(TOKENS, new ApplyConfig(file.toString()), Run.local()))
            .getMessage());
    assertEquals(
        "--map: no map to go through; give the folder that 'subspace erase' wrote with --out",
        assertThrows(
                InputException.class,
                () -> new Apply().run(TOKENS, ApplyConfig.DEFAULTS, Run.local()))
            .getMessage());
  }
}
