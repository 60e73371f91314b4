package dev.grassmann.clusters;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.grassmann.clusters.franca.Franca;
import dev.grassmann.clusters.franca.FrancaConfig;
import dev.grassmann.clusters.franca.FrancaFeatures;
import dev.grassmann.clusters.lsr.Lsr;
import dev.grassmann.clusters.lsr.LsrConfig;
import dev.grassmann.clusters.mlc.Linearization;
import dev.grassmann.clusters.mlc.Mlc;
import dev.grassmann.clusters.mlc.MlcConfig;
import dev.grassmann.clusters.ssc.SscOmp;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Clustering;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.subspace.Subspace;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The lines that docs/systems/ssc-omp.md shows, run. */
class DocsExampleTest {
  private final Vectors points = Fixture.points("points.csv");
  private final Vectors more = Fixture.points("exact_points.csv");

  @Test
  void theShortCallClustersAndAssigns() {
    Clustering found = new SscOmp().cluster(points, 3);
    int[] labels = found.labels();
    Subspace first = found.bases().get(0);
    int[] assigned = found.assign(more).labels();
    assertEquals(60, labels.length);
    assertEquals(20, first.ambientDimension());
    assertEquals(60, assigned.length);
  }

  @Test
  void theLongCallClusters() {
    LsrConfig config =
        Options.with(LsrConfig.DEFAULTS, Map.of("clusters", 3, "lambda", 1.0, "top", 9));
    Clustering byLsr = new Lsr().run(points, config, Run.seeded(0));
    assertEquals(3, byLsr.clusters());
  }

  @Test
  void featuresAreLearntAndNewRowsAssigned() {
    Vectors rows = points;
    Vectors newRows = more;
    MlcConfig config =
        Options.with(
            MlcConfig.DEFAULTS,
            Map.of("clusters", 3, "noise", 0.1, "batch", 60, "pretrainSteps", 5, "steps", 2));
    Linearization found = new Mlc().run(rows, config, Run.seeded(0));
    Clustering others = found.assign(newRows);
    assertEquals(60, others.n());
  }

  @Test
  void aTransformerIsLearntFromImages() {
    float[] pixels = new float[640];
    for (int p = 0; p < pixels.length; p++) {
      pixels[p] = (float) Math.abs(Math.sin(1.3 * p));
    }
    Vectors images = Vectors.of(pixels, 10, 64);
    FrancaConfig config =
        Options.with(
            FrancaConfig.DEFAULTS,
            Map.of("dim", 16, "depth", 1, "patch", 4, "prototypes", 32, "steps", 2, "batch", 4));
    FrancaFeatures found = new Franca().run(images, config, Run.seeded(0));
    Vectors classTokens = found.classTokens();
    assertEquals(10, classTokens.n());
  }
}
