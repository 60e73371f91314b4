package dev.grassmann.clusters.knn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.grassmann.clusters.kmeans.KMeansClustering;
import dev.grassmann.clusters.kmeans.KMeansConfig;
import dev.grassmann.clusters.metrics.Agreement;
import dev.grassmann.core.InputException;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Clustering;
import dev.grassmann.core.run.Run;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnnSpectralTest {
  /** Two rings about one centre, which no means and no subspaces tell apart. */
  private static final Vectors RINGS = rings();

  private static final int[] TRUTH = truth();

  private static Vectors rings() {
    float[][] rows = new float[120][2];
    for (int i = 0; i < 120; i++) {
      double radius = i % 2 == 0 ? 1 : 3;
      double angle = 2 * Math.PI * (i / 2) / 60 + 0.01 * i % 7;
      rows[i][0] = (float) (radius * Math.cos(angle));
      rows[i][1] = (float) (radius * Math.sin(angle));
    }
    return Vectors.of(rows);
  }

  private static int[] truth() {
    int[] truth = new int[120];
    for (int i = 0; i < 120; i++) {
      truth[i] = i % 2;
    }
    return truth;
  }

  private static KnnConfig config(int clusters) {
    return Options.with(KnnConfig.DEFAULTS, Map.of("clusters", clusters, "unit", false));
  }

  @Test
  void ringsAreToldApartWhichMeansCannotDo() {
    Clustering found = new KnnSpectral().run(RINGS, config(2), Run.local());
    assertArrayEquals(TRUTH, found.labels());
    KMeansConfig means = Options.with(KMeansConfig.DEFAULTS, Map.of("clusters", 2, "unit", false));
    int[] byMeans = new KMeansClustering().run(RINGS, means, Run.local()).labels();
    assertEquals(0.5, Agreement.of(TRUTH, byMeans).accuracy(), 0.1);
  }

  @Test
  void asManyNeighboursAsPointsAreRefused() {
    KnnConfig config = Options.with(config(2), "neighbours", 120);
    InputException refused =
        assertThrows(InputException.class, () -> new KnnSpectral().run(RINGS, config, Run.local()));
    assertEquals(
        "120 neighbours of each of 120 points; give a number from 1 to 119", refused.getMessage());
  }
}
