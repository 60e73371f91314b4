package dev.grassmann.clusters.mlc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MlcRefusalsTest {
  private static final Vectors POINTS = Moons.draw(30, 0.05, new SplittableRandom(1)).points();

  private static void refused(String message, Map<String, ?> changes) {
    refused(message, changes, POINTS);
  }

  private static void refused(String message, Map<String, ?> changes, Vectors points) {
    MlcConfig config = Options.with(MlcConfig.DEFAULTS, changes);
    assertEquals(
        message,
        assertThrows(InputException.class, () -> new Mlc().run(points, config, Run.local()))
            .getMessage());
  }

  @Test
  void preTrainingWithoutViewsIsRefused() {
    refused(
        "views of a row are the row itself: pre-training would make all points orthogonal; say what"
            + " may change, e.g. --noise 0.2, --mix 5, or --shift 1 for images; or give --pretrain"
            + " none",
        Map.of("clusters", 2));
  }

  @Test
  void aBatchThatCannotHoldTheClustersIsRefused() {
    refused(
        "--batch: 32 rows cannot hold 20 clusters; use >= 200",
        Map.of("clusters", 20, "batch", 32, "noise", 0.1));
  }

  @Test
  void boundsAreThoseOfTheOptions() {
    refused("--eta: is 0; allowed: above 0", Map.of("eta", 0.0));
    refused("--eps2: is 0; allowed: above 0", Map.of("eps2", 0.0));
    refused(
        "--clusters: is 1; one cluster holds all points: give 2 or more, or 0 to let the eigengap"
            + " choose",
        Map.of("clusters", 1));
  }

  @Test
  void imagesNeedTheirSize() {
    refused(
        "--shift: is 1 for rows that are no images; give --height and --width", Map.of("shift", 1));
    refused(
        "--height: rows of 2 numbers are no images of 3 x 5; give the height and width of the"
            + " images, or 0 for both where rows are no images",
        Map.of("shift", 1, "height", 3, "width", 5));
  }

  @Test
  void pointClusterNeedsTheNumberOfClusters() {
    refused(
        "--clusters: is 0 for point-cluster memberships; give the number of clusters, or learn"
            + " doubly-stochastic memberships",
        Map.of("membership", Membership.POINT_CLUSTER, "noise", 0.1));
  }

  @Test
  void moreMemoryThanAllowedIsRefusedWithWhatNeedsLess() {
    refused(
        "n=60 needs 0.1 MB for mlc, --memory allows 0.0 MB; cluster some points and assign the"
            + " others with --subset 5000",
        Map.of("memory", 1e-5, "noise", 0.1));
  }

  @Test
  void numbersThatAreNotFiniteOrAllZeroAreRefused() {
    float[] numbers = POINTS.toArray();
    numbers[7] = Float.NaN;
    refused(
        "row 3: the number in column 1 is NaN; drop the row or fill the number (rows and columns"
            + " count from 0)",
        Map.of("noise", 0.1),
        Vectors.of(numbers, 60, 2));
    refused(
        "all numbers are 0; give points that differ",
        Map.of("noise", 0.1),
        Vectors.of(new float[120], 60, 2));
  }

  @Test
  void aFolderWithoutANetworkIsRefused(@TempDir Path folder) {
    refused(
        folder
            + ": holds no network; give the folder that 'cluster fit --method mlc' wrote with --out",
        Map.of("start", folder.toString(), "noise", 0.1));
  }

  @Test
  void featuresAreScoredWithClassesAndOfLengthOne(@TempDir Path folder) throws Exception {
    Path labels = folder.resolve("labels.csv");
    Files.writeString(labels, "class\n" + "a\nb\n".repeat(30));
    Mcr2Config config = new Mcr2Config(labels.toString(), 0.1, true);
    CodingScore score = new Mcr2().run(POINTS, config, Run.local());
    assertEquals(2, score.names().size());
    assertEquals(
        "--labels: no classes; give one class a row",
        assertThrows(
                InputException.class,
                () -> new Mcr2().run(POINTS, Mcr2Config.DEFAULTS, Run.local()))
            .getMessage());
    float[] numbers = new float[120];
    Arrays.fill(numbers, 3);
    numbers[0] = 0;
    numbers[1] = 1;
    assertEquals(
        "row 1 has length 4.243, and rates compare rows of length 1 only; give --normalize, or"
            + " features of length 1",
        assertThrows(
                InputException.class,
                () ->
                    new Mcr2()
                        .run(
                            Vectors.of(numbers, 60, 2),
                            new Mcr2Config(labels.toString(), 0.1, false),
                            Run.local()))
            .getMessage());
    Files.writeString(labels, "class\na\nb\n");
    assertEquals(
        "--labels: there are 2 labels for 60 rows; give one label a row, in the rows' order",
        assertThrows(InputException.class, () -> new Mcr2().run(POINTS, config, Run.local()))
            .getMessage());
  }
}
