package dev.grassmann.engine.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KMeansTest {
  private static final int CLUSTERS = 12;

  /** Tight blobs on a circle of radius 100 about a point far from zero. */
  private static Vectors blobs(int n) {
    double[] noise = Matrices.normal(2 * n, 4);
    float[] rows = new float[2 * n];
    for (int i = 0; i < n; i++) {
      double angle = 2 * Math.PI * (i % CLUSTERS) / CLUSTERS;
      rows[2 * i] = (float) (1000 + 100 * Math.cos(angle) + noise[2 * i]);
      rows[2 * i + 1] = (float) (-500 + 100 * Math.sin(angle) + noise[2 * i + 1]);
    }
    return Vectors.of(rows, n, 2);
  }

  @Test
  void recoversBlobsAcrossTheBlocksOfRows() {
    int n = 20_004;
    KMeans.Fit fit = KMeans.of(CLUSTERS).fit(blobs(n), Run.seeded(3));
    Set<Integer> used = new HashSet<>();
    for (int i = 0; i < n; i++) {
      assertEquals(fit.labels()[i % CLUSTERS], fit.labels()[i], "row " + i);
      used.add(fit.labels()[i]);
    }
    assertEquals(CLUSTERS, used.size());
    assertTrue(fit.converged());
    assertEquals(2 * n, fit.inertia(), 0.05 * n); // two columns of variance one
    int first = fit.labels()[0];
    assertEquals(1100, fit.centres()[2 * first], 0.2);
    assertEquals(-500, fit.centres()[2 * first + 1], 0.2);
  }

  @Test
  void theSeedDecidesAll() {
    Vectors rows = Vectors.of(Matrices.floats(Matrices.normal(3000, 7)), 600, 5);
    KMeans config = new KMeans(9, 2, 5, 0);
    KMeans.Fit once = config.fit(rows, Run.seeded(1));
    KMeans.Fit again = config.fit(rows, Run.seeded(1));
    assertArrayEquals(once.centres(), again.centres());
    assertArrayEquals(once.labels(), again.labels());
    assertTrue(!Arrays.equals(once.centres(), config.fit(rows, Run.seeded(2)).centres()));
  }

  @Test
  void inertiaIsTheSumOfSquaredDistancesToTheCentresGiven() {
    Vectors rows = Vectors.of(Matrices.floats(Matrices.normal(400, 9)), 100, 4);
    KMeans.Fit fit = KMeans.of(6).fit(rows, Run.local());
    float[] all = rows.toArray();
    double sum = 0;
    for (int i = 0; i < 100; i++) {
      double least = Double.POSITIVE_INFINITY;
      for (int c = 0; c < 6; c++) {
        double distance = 0;
        for (int j = 0; j < 4; j++) {
          distance += Math.pow((double) all[i * 4 + j] - fit.centres()[c * 4 + j], 2);
        }
        least = Math.min(least, distance);
      }
      sum += least;
    }
    assertEquals(sum, fit.inertia(), 1e-4);
  }

  @Test
  void asManyClustersAsRowsReconstructsExactly() {
    Vectors rows = Vectors.of(new float[][] {{0, 1}, {5, 5}, {9, 0}, {2, 2}});
    KMeans.Fit fit = KMeans.of(4).fit(rows, Run.local());
    assertEquals(0, fit.inertia(), 1e-10);
    assertEquals(4, Arrays.stream(fit.labels()).distinct().count());
  }

  @Test
  void rowsThatAreAllTheSameStillFillEveryCluster() {
    Vectors rows = Vectors.of(new float[][] {{1}, {1}, {1}, {1}});
    KMeans.Fit fit = KMeans.of(2).fit(rows, Run.local());
    assertEquals(0, fit.inertia());
    assertArrayEquals(new float[] {1, 1}, fit.centres());
  }

  @Test
  void refusesMoreClustersThanRows() {
    Vectors rows = Vectors.of(new float[][] {{1}, {2}});
    InputException refused =
        assertThrows(InputException.class, () -> KMeans.of(3).fit(rows, Run.local()));
    assertEquals(
        "3 clusters of 2 rows; give at most as many clusters as rows", refused.getMessage());
  }
}
