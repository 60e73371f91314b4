package dev.grassmann.clusters.franca;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrefixesTest {
  /** The class lies in numbers 4 and 5; the first four are noise. */
  private static Vectors vectors(int n) {
    SplittableRandom random = new SplittableRandom(6);
    float[] z = new float[n * 8];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < 8; j++) {
        z[i * 8 + j] = (float) (0.1 * random.nextGaussian());
      }
      z[i * 8 + 4 + i % 2] += 5;
    }
    return Vectors.of(z, n, 8);
  }

  private static Path labels(Path folder, int n) throws Exception {
    Path file = folder.resolve("labels.csv");
    Files.writeString(file, "class\n" + "a\nb\n".repeat(n / 2));
    return file;
  }

  @Test
  void prefixesWithoutTheClassGuessAndComponentsFindIt(@TempDir Path folder) throws Exception {
    PrefixConfig config =
        Options.with(PrefixConfig.DEFAULTS, "labels", labels(folder, 120).toString());
    PrefixReport report = new Prefixes().run(vectors(120), config, Run.local());
    List<Integer> lengths = report.lines().stream().map(PrefixReport.Line::length).toList();
    assertEquals(List.of(1, 2, 4, 8), lengths);
    for (PrefixReport.Line line : report.lines().subList(0, 3)) {
      assertTrue(line.neighbours() < 0.75 && line.linear() < 0.75, line.toString());
      assertTrue(line.neighboursPca() > 0.99 && line.linearPca() > 0.99, line.toString());
    }
    PrefixReport.Line whole = report.lines().get(3);
    assertTrue(whole.neighbours() > 0.99 && whole.linear() > 0.99, whole.toString());
  }

  @Test
  void badLengthsAndLabelsAreRefused(@TempDir Path folder) throws Exception {
    refused("--labels: no classes; give one class a row", Map.of());
    refused(
        "--labels: there are 60 labels for 120 rows; give one label a row, in the rows' order",
        Map.of("labels", labels(folder, 60).toString()));
    refused(
        "--lengths: asks for 9 of 8 numbers; give lengths of 1 to 8",
        Map.of("labels", labels(folder, 120).toString(), "lengths", List.of(2, 9)));
  }

  private static void refused(String message, Map<String, ?> changes) {
    PrefixConfig config = Options.with(PrefixConfig.DEFAULTS, changes);
    assertEquals(
        message,
        assertThrows(
                InputException.class, () -> new Prefixes().run(vectors(120), config, Run.local()))
            .getMessage());
  }
}
