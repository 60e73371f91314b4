package dev.grassmann.dictionaries.saeevaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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

/** Twelve strong values hide eight weak ones from a dictionary of one latent a row. */
final class SaeOcclusionTest {
  private static final int STRONG = 12;
  private static final int WEAK = 8;

  @TempDir Path folder;

  private final StringBuilder table = new StringBuilder("strong,weak\n");

  private Vectors rows() {
    SplittableRandom random = new SplittableRandom(1);
    float[] a = new float[2_000 * (STRONG + WEAK)];
    for (int row = 0; row < 2_000; row++) {
      int i = random.nextInt(STRONG);
      int j = random.nextInt(WEAK);
      a[row * (STRONG + WEAK) + i] = 3;
      a[row * (STRONG + WEAK) + STRONG + j] = 1;
      table.append('i').append(i).append(",j").append(j).append('\n');
    }
    return Vectors.of(a, 2_000, STRONG + WEAK);
  }

  private OcclusionConfig config() throws Exception {
    Path file = folder.resolve("attributes.csv");
    Files.writeString(file, table.toString());
    return Options.with(
        OcclusionConfig.DEFAULT,
        Map.of(
            "attributes",
            file.toString(),
            "shares",
            List.of(0.0, 1.0),
            "width",
            40,
            "k",
            1,
            "steps",
            400,
            "batch",
            256,
            "learningRate",
            5e-3));
  }

  @Test
  void theWeakAttributeAppearsAsTheStrongOneIsTakenAway() throws Exception {
    Vectors rows = rows();
    OcclusionCurve curve = new SaeOcclusion().run(rows, config(), Run.local());
    assertEquals(0, curve.shrunk()); // the one that alone explains most
    OcclusionCurve.Point whole = curve.points().get(0);
    OcclusionCurve.Point gone = curve.points().get(1);
    assertTrue(whole.found().get(0) >= 0.5, whole.toString());
    assertEquals(0, whole.found().get(1));
    assertEquals(0, gone.found().get(0));
    assertTrue(gone.found().get(1) >= 0.5, gone.toString());
    assertTrue(curve.headline().startsWith("strong hides weak: values of weak"), curve.headline());
  }

  @Test
  void anAttributeIsTakenOutToItsMean() {
    Vectors rows = Vectors.of(new float[] {4, 0, 2, 0, 4, 6, 2, 6}, 4, 2);
    Attributes attributes =
        new Attributes(
            List.of("x", "y"),
            List.of(List.of("a", "b"), List.of("c", "d")),
            new int[][] {{0, 1, 0, 1}, {0, 0, 1, 1}});
    SupervisedDictionary codes =
        SupervisedDictionary.fit(rows, attributes, SupervisedDictionary.Codes.MSE);
    assertArrayEquals(
        new float[] {3, 0, 3, 0, 3, 6, 3, 6},
        codes.shrunk(rows, attributes, 0, 1).toArray(),
        1e-5f);
    assertArrayEquals(
        new float[] {4, 1.5f, 2, 1.5f, 4, 4.5f, 2, 4.5f},
        codes.shrunk(rows, attributes, 1, 0.5).toArray(),
        1e-5f);
  }

  @Test
  void nothingToTakeAwayIsRefused() throws Exception {
    Vectors rows = rows();
    OcclusionConfig none = Options.with(config(), "shares", List.of());
    assertEquals(
        "--shares: nothing to take away; give one or more",
        assertThrows(InputException.class, () -> new SaeOcclusion().run(rows, none, Run.local()))
            .getMessage());
  }
}
