package dev.grassmann.clusters.mlc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.clusters.assign.Assign;
import dev.grassmann.clusters.assign.AssignConfig;
import dev.grassmann.clusters.metrics.Agreement;
import dev.grassmann.core.InputException;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.result.Clustering;
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

class MlcTest {
  private final Moons moons = Moons.draw(40, 0.01, new SplittableRandom(3));

  private static MlcConfig small(Map<String, ?> changes) {
    MlcConfig config =
        Options.with(
            MoonClaims.config(),
            Map.of("layers", List.of(24), "pretrainSteps", 12, "steps", 8, "batch", 40));
    return Options.with(config, changes);
  }

  private Linearization run(Map<String, ?> changes, Run run) {
    return new Mlc().run(moons.points(), small(changes), run);
  }

  /** Three blobs far apart: whatever the network, its features tell them apart. */
  private static Vectors blobs(int each) {
    SplittableRandom random = new SplittableRandom(1);
    float[][] rows = new float[3 * each][5];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < 5; j++) {
        rows[i][j] = (float) ((j == i % 3 ? 4 : 0) + 0.1 * random.nextGaussian());
      }
    }
    return Vectors.of(rows);
  }

  @Test
  void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() {
    Linearization one = run(Map.of(), Run.seeded(3));
    Linearization other = run(Map.of(), Run.seeded(3));
    assertArrayEquals(one.features().toArray(), other.features().toArray());
    assertArrayEquals(one.clustering().labels(), other.clustering().labels());
    Linearization third = run(Map.of(), Run.seeded(4));
    assertFalse(Arrays.equals(one.features().toArray(), third.features().toArray()));
  }

  @Test
  void aRunThatWasCutShortInEitherStageEndsWithTheSameBytes(@TempDir Path folder) {
    float[] whole = run(Map.of("batchNorm", true), Run.seeded(3)).features().toArray();
    for (int cut : new int[] {5, 17}) { // steps of both stages in a row
      RunFolder kept = RunFolder.at(folder.resolve("cut" + cut));
      int[] steps = {0};
      Run broken =
          Run.seeded(3)
              .but()
              .folder(kept)
              .progress((stage, done, total) -> steps[0] += stage.equals("training") ? 1 : 0)
              .cancelled(() -> steps[0] > cut)
              .build();
      assertThrows(CancelledException.class, () -> run(Map.of("batchNorm", true), broken));
      Run again = Run.seeded(3).but().folder(kept).resume(true).build();
      assertArrayEquals(whole, run(Map.of("batchNorm", true), again).features().toArray());
    }
  }

  @Test
  void newRowsGoThroughTheNetworkThatTheFolderKeeps(@TempDir Path folder) {
    Vectors blobs = blobs(30);
    MlcConfig config = small(Map.of("clusters", 3, "dim", 6, "batchNorm", true, "mix", 3));
    Linearization found = new Mlc().run(blobs, config, Run.seeded(1));
    int[] truth = new int[90];
    for (int i = 0; i < 90; i++) {
      truth[i] = i % 3;
    }
    assertEquals(1, Agreement.of(truth, found.clustering().labels()).accuracy());
    found.save(RunFolder.at(folder));
    Clustering assigned =
        new Assign().run(blobs(30), new AssignConfig(folder.toString()), Run.local());
    assertArrayEquals(found.clustering().labels(), assigned.labels());
    assertArrayEquals(found.assign(blobs(30)).residuals(), assigned.residuals(), 1e-5);
    InputException refused =
        assertThrows(
            InputException.class,
            () ->
                new Assign()
                    .run(
                        Vectors.of(new float[12], 4, 3),
                        new AssignConfig(folder.toString()),
                        Run.local()));
    assertEquals(
        "rows have 3 numbers, the network was learnt from rows of 5; give rows of the same columns",
        refused.getMessage());
  }

  @Test
  void anEarlierNetworkIsGoneOnWith(@TempDir Path folder) {
    Linearization first = run(Map.of(), Run.seeded(3));
    first.save(RunFolder.at(folder));
    Map<String, ?> go = Map.of("start", folder.toString(), "pretrain", Pretrain.NONE, "steps", 0);
    Linearization second = run(go, Run.seeded(8));
    assertArrayEquals(first.features().toArray(), second.features().toArray(), 1e-6f);
    InputException refused =
        assertThrows(
            InputException.class,
            () -> run(Map.of("start", folder.toString(), "dim", 5), Run.local()));
    assertEquals(
        folder + ": has a network of another shape; give the same --layers and --dim as there",
        refused.getMessage());
  }

  @Test
  void theNumberOfClustersIsThatOfLeastCodingLength() {
    MlcConfig config =
        small(Map.of("clusters", 0, "mostClusters", 6, "dim", 6, "pretrainSteps", 80));
    Linearization found = new Mlc().run(blobs(100), config, Run.seeded(1));
    assertEquals(3, found.clustering().clusters(), found.lengths().toString());
    assertEquals(5, found.lengths().size());
  }

  @Test
  void everyVariantClustersBlobs() {
    int[] truth = new int[90];
    for (int i = 0; i < 90; i++) {
      truth[i] = i % 3;
    }
    for (Map<String, ?> variant :
        List.<Map<String, ?>>of(
            Map.of("labelling", Labelling.LSR),
            Map.of("labelling", Labelling.ENSC),
            Map.of("slope", Slope.IMPLICIT, "symmetric", true),
            Map.of("slope", Slope.CPP, "absolute", true, "halfSteps", 5, "penalty", 0.001),
            Map.of("subset", 60, "columns", 16, "warmup", 3),
            Map.of("decay", 1e-4, "headDecay", 5e-3, "rate", 1e-3))) {
      MlcConfig config = Options.with(small(Map.of("clusters", 3, "dim", 6)), variant);
      Linearization found = new Mlc().run(blobs(30), config, Run.seeded(1));
      double accuracy = Agreement.of(truth, found.clustering().labels()).accuracy();
      assertTrue(accuracy > 0.95, variant + ": " + accuracy);
    }
  }

  @Test
  void pointClusterMembershipsGiveAsManyScoresAsClusters() {
    Map<String, ?> variant =
        Map.of(
            "membership", Membership.POINT_CLUSTER,
            "clusters", 3,
            "dim", 6,
            "steps", 60,
            "rate", 5e-3);
    Linearization found = new Mlc().run(blobs(30), small(variant), Run.seeded(1));
    assertEquals(90, found.clustering().n());
    assertTrue(found.clustering().clusters() <= 3);
    assertTrue(found.clustering().graph().isEmpty());
  }

  @Test
  void aReportShowsWhatWasLearnt() {
    Linearization found =
        new Mlc()
            .run(
                blobs(30),
                small(Map.of("clusters", 0, "mostClusters", 4, "height", 1, "width", 5)),
                Run.seeded(1));
    Report report = new Report("MLC");
    found.describe(report);
    String html = report.html();
    for (String heading :
        new String[] {
          "Clusters as subspaces", "Dimensions of the clusters", "Coding length", "The features"
        }) {
      assertTrue(html.contains(heading), heading);
    }
    assertTrue(found.headline().startsWith("90 points in "), found.headline());
    assertTrue(found.json().has("before") && found.json().has("clustering"));
  }
}
