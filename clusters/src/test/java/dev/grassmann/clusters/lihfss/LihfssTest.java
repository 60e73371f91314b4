package dev.grassmann.clusters.lihfss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.clusters.Fixture;
import dev.grassmann.core.InputException;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Clustering;
import dev.grassmann.core.run.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LihfssTest {
  private static LihfssConfig small(Map<String, ?> changes) {
    LihfssConfig config =
        Options.with(
            LihfssConfig.DEFAULTS,
            Map.of(
                "clusters", 3,
                "dimension", 4,
                "layers", List.of(12, 8),
                "pretrainEpochs", 20,
                "epochs", 40,
                "qualityEpochs", 3));
    return Options.with(config, changes);
  }

  @Test
  void theSameSeedGivesTheSameClustersAndCoefficients() {
    Vectors points = Fixture.points("points.csv");
    Clustering one = new Lihfss().run(points, small(Map.of()), Run.seeded(3));
    Clustering other = new Lihfss().run(points, small(Map.of()), Run.seeded(3));
    assertArrayEquals(one.labels(), other.labels());
    assertArrayEquals(one.residuals(), other.residuals());
    assertEquals(60, one.labels().length);
  }

  @Test
  void imagesAreTakenAsImages() {
    float[][] rows = new float[30][20];
    for (int i = 0; i < 30; i++) {
      for (int j = 0; j < 20; j++) {
        rows[i][j] = (float) Math.abs(Math.sin(i % 3 * 5 + j * (1 + i % 3) + 0.01 * i));
      }
    }
    LihfssConfig config =
        small(Map.of("height", 4, "width", 5, "layers", List.of(2), "kernels", List.of(3)));
    Clustering found = new Lihfss().run(Vectors.of(rows), config, Run.local());
    for (int i = 0; i < 30; i++) {
      assertEquals(found.labels()[i % 3], found.labels()[i], "point " + i);
    }
  }

  @Test
  void aMatrixBeyondTheMemoryAllowedIsRefused() {
    InputException refused =
        assertThrows(
            InputException.class,
            () ->
                new Lihfss()
                    .run(Fixture.points("points.csv"), small(Map.of("memory", 1e-5)), Run.local()));
    assertEquals(
        "n=60 needs 0.1 MB for lihfss, --memory allows 0.0 MB; use --method ssc-omp",
        refused.getMessage());
  }

  @Test
  void stagesEndByRestByTheirEpochsAndAreSkippedWhenEmpty() {
    Stages stages =
        new Stages(
            small(Map.of("pretrainEpochs", 0, "epochs", 50, "qualityEpochs", 2, "patience", 3)));
    assertEquals(Stages.Stage.SELF_EXPRESSION, stages.now());
    for (double loss : new double[] {5, 4, 4, 4}) {
      stages.add(loss);
    }
    assertEquals(Stages.Stage.SELF_EXPRESSION, stages.now(), "at rest for two epochs only");
    Stages resumed = new Stages(small(Map.of("qualityEpochs", 2, "patience", 3)));
    resumed.restore(stages.saved());
    for (Stages one : new Stages[] {stages, resumed}) {
      one.add(4.0001);
      assertEquals(Stages.Stage.QUALITY, one.now());
      one.add(4);
      one.add(3);
      assertEquals(Stages.Stage.DONE, one.now());
      one.add(1);
      assertEquals(Stages.Stage.DONE, one.now());
    }
  }

  @Test
  void aStageWhoseLossStandsStillForAllItsEpochsIsFollowedByTheNext() {
    Map<String, Object> still = Map.of("rate", 1e-30, "rest", 0.0, "patience", 3);
    List<float[]> shown = new ArrayList<>();
    Lihfss.coefficients(
        Fixture.points("points.csv"), small(still), Run.seeded(0), Optional.of(shown::add));
    assertEquals(1, shown.size(), "the last stage was reached, and C shown once");
    assertEquals(60 * 60, shown.get(0).length);
  }

  /** What measures clusters against classes, and classes themselves, are out of its reach. */
  @Test
  void noClassOfTheMethodKnowsOfLabels() throws IOException {
    Path root = Path.of("").toAbsolutePath();
    root = Files.exists(root.resolve("clusters")) ? root.resolve("clusters") : root;
    Path sources = root.resolve("src/main/java/dev/grassmann/clusters");
    List<Path> files = new ArrayList<>();
    for (String folder : new String[] {"lihfss", "dscnet", "autoencoder", "spectral"}) {
      try (Stream<Path> all = Files.list(sources.resolve(folder))) {
        all.filter(f -> !f.toString().matches(".*(Claims|Figures|Reproduction)\\.java"))
            .forEach(files::add);
      }
    }
    assertTrue(files.size() > 15, "files " + files.size());
    for (Path file : files) {
      String source = Files.readString(file);
      for (String banned :
          new String[] {
            "clusters.metrics",
            "clusters.report",
            "core.data.Labels",
            "core.data.Images",
            "core.data.Categorical",
            "core.catalogue"
          }) {
        assertFalse(source.contains("import dev.grassmann." + banned), file + " uses " + banned);
      }
    }
  }
}
