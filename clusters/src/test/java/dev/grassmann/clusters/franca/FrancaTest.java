package dev.grassmann.clusters.franca;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.run.CancelledException;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrancaTest {
  private static final Vectors IMAGES = stripes(24);

  /** Stripes across or along, of random phase. */
  private static Vectors stripes(int n) {
    SplittableRandom random = new SplittableRandom(2);
    float[] pixels = new float[n * 64];
    for (int i = 0; i < n; i++) {
      double phase = 6 * random.nextDouble();
      for (int p = 0; p < 64; p++) {
        int along = i % 2 == 0 ? p / 8 : p % 8;
        pixels[i * 64 + p] = (float) (0.5 + 0.5 * Math.sin(phase + 1.5 * along));
      }
    }
    return Vectors.of(pixels, n, 64);
  }

  private static FrancaConfig small(Map<String, ?> changes) {
    FrancaConfig config =
        Options.with(
            FrancaConfig.DEFAULTS,
            Map.ofEntries(
                Map.entry("dim", 16),
                Map.entry("depth", 1),
                Map.entry("attentionHeads", 2),
                Map.entry("patch", 2),
                Map.entry("prototypes", 32),
                Map.entry("hidden", 12),
                Map.entry("bottleneck", 8),
                Map.entry("localCrops", 2),
                Map.entry("steps", 6),
                Map.entry("warmup", 2),
                Map.entry("frozen", 2),
                Map.entry("batch", 8)));
    return Options.with(config, changes);
  }

  private static FrancaFeatures run(Map<String, ?> changes, Run run) {
    return new Franca().run(IMAGES, small(changes), run);
  }

  @Test
  void theSameSeedGivesTheSameBytesAndFeaturesOfEveryToken() {
    FrancaFeatures one = run(Map.of(), Run.seeded(1));
    assertArrayEquals(
        one.patchTokens().toArray(), run(Map.of(), Run.seeded(1)).patchTokens().toArray());
    assertFalse(
        Arrays.equals(
            one.classTokens().toArray(), run(Map.of(), Run.seeded(2)).classTokens().toArray()));
    assertEquals(24, one.classTokens().n());
    assertEquals(24 * 16, one.patchTokens().n());
    assertEquals(List.of(1, 2, 4, 8, 16), one.nesting());
    // five levels whose scores say nothing yet: five times the logarithm of the prototypes or so
    double first = one.log().lines().get(0).loss();
    assertTrue(first > 10 && first < 40, "loss " + first);
  }

  @Test
  void aRunThatWasCutShortEndsWithTheSameBytes(@TempDir Path folder) {
    float[] whole = run(Map.of(), Run.seeded(1)).classTokens().toArray();
    RunFolder kept = RunFolder.at(folder);
    int[] steps = {0};
    Run broken =
        Run.seeded(1)
            .but()
            .folder(kept)
            .progress((stage, done, total) -> steps[0]++)
            .cancelled(() -> steps[0] > 3)
            .build();
    assertThrows(CancelledException.class, () -> run(Map.of(), broken));
    Run again = Run.seeded(1).but().folder(kept).resume(true).build();
    assertArrayEquals(whole, run(Map.of(), again).classTokens().toArray());
  }

  @Test
  void theTransformerIsReadBackAndItsReportDrawn(@TempDir Path folder) {
    FrancaFeatures found = run(Map.of("layerScale", 0.1, "dropPath", 0.2), Run.seeded(1));
    found.save(RunFolder.at(folder));
    FrancaModel again = FrancaModel.load(folder);
    Vectors tokens = again.tokens(small(Map.of()).image().of(IMAGES));
    float[] row = new float[tokens.d()];
    tokens.copyRow(5, row);
    float[] classToken = new float[16];
    found.classTokens().copyRow(5, classToken);
    assertArrayEquals(classToken, Arrays.copyOf(row, 16), 1e-6f);
    Report report = new Report("Franca");
    found.describe(report);
    assertTrue(report.html().contains("What each prefix sees"));
    assertTrue(found.text().contains("hidden patches"), found.text());
  }

  @Test
  void everyVariantLearns() {
    for (Map<String, ?> variant :
        List.<Map<String, ?>>of(
            Map.of("heads", HeadInput.PROJECT, "mask", MaskStrategy.RANDOM),
            Map.of("nesting", List.of(16), "masked", 0.0),
            Map.of("localCrops", 0, "mask", MaskStrategy.BLOCK),
            Map.of("globalSize", 6, "localSize", 4, "mask", MaskStrategy.INVERSE))) {
      FrancaFeatures found = run(variant, Run.seeded(1));
      for (float x : found.classTokens().toArray()) {
        assertTrue(Float.isFinite(x), variant.toString());
      }
    }
  }

  @Test
  void aWholeImageAtItsOwnSizeIsItself() {
    float[] image = new float[3 * 20];
    for (int p = 0; p < image.length; p++) {
      image[p] = (float) Math.sin(p);
    }
    float[] square = new float[3 * 16];
    new Resampling(3, 4, 5).rectangle(image, 0, 0, 4, 4, 4, false, square, 0);
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < 4; y++) {
        for (int x = 0; x < 4; x++) {
          assertEquals(image[(c * 4 + y) * 5 + x], square[(c * 4 + y) * 4 + x], 1e-6);
        }
      }
    }
    float[] half = new float[3 * 4];
    new Resampling(3, 4, 5).rectangle(image, 0, 0, 4, 4, 2, true, half, 0);
    double mean = (image[2] + image[3] + image[7] + image[8]) / 4.0; // upper right, mirrored: left
    assertEquals(mean, half[0], 1e-6);
  }

  private static void refused(String message, Map<String, ?> changes) {
    assertEquals(
        message, assertThrows(InputException.class, () -> run(changes, Run.local())).getMessage());
  }

  @Test
  void whatCannotBeLearntFromIsRefused() {
    refused(
        "--nesting: is [4, 4, 16]; nesting must be strictly increasing and end at the embedding size"
            + " D=16",
        Map.of("nesting", List.of(4, 4, 16)));
    refused(
        "--nesting: is [4, 8]; nesting must be strictly increasing and end at the embedding size"
            + " D=16",
        Map.of("nesting", List.of(4, 8)));
    refused(
        "--dim: is 20, which has no sixteenth; give a multiple of 16, or --nesting",
        Map.of("dim", 20));
    refused(
        "--prototypes: is 16, of which the prefix of 1 gets 1; give at least 32",
        Map.of("prototypes", 16));
    refused(
        "--attention-heads: is 3 for 16 numbers a token; give a divisor",
        Map.of("attentionHeads", 3));
    refused("--most-masked: is 1; allowed: 0 to below 1", Map.of("mostMasked", 1.0));
    refused(
        "--least-masked: is 0.5, the largest 0.5; give less than --most-masked",
        Map.of("leastMasked", 0.5, "mostMasked", 0.5));
    refused("--batch: is 25 for 24 images; give 2 to 24", Map.of("batch", 25));
    refused(
        "--global-size: is 7 for patches of 2; give a multiple of the patch",
        Map.of("globalSize", 7));
    refused(
        "--global-size: crops of 0 pixels hold no grid of patches of 9; give larger images, or a"
            + " smaller --patch",
        Map.of("patch", 9));
    refused(
        "--height: rows of 64 numbers are no images of 5 x 8; give the height and width of images of"
            + " 1 or 3 channels",
        Map.of("height", 5, "width", 8));
  }
}
