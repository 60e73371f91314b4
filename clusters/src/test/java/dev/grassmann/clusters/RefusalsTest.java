package dev.grassmann.clusters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.clusters.ensc.Ensc;
import dev.grassmann.clusters.ensc.EnscConfig;
import dev.grassmann.clusters.kmeans.KMeansClustering;
import dev.grassmann.clusters.kmeans.KMeansConfig;
import dev.grassmann.clusters.kss.Ekss;
import dev.grassmann.clusters.kss.EkssConfig;
import dev.grassmann.clusters.kss.KSubspaces;
import dev.grassmann.clusters.kss.KSubspacesConfig;
import dev.grassmann.clusters.lasso.Ssc;
import dev.grassmann.clusters.lasso.SscConfig;
import dev.grassmann.clusters.lowrank.Lrr;
import dev.grassmann.clusters.lowrank.LrrConfig;
import dev.grassmann.clusters.lowrank.Lrsc;
import dev.grassmann.clusters.lowrank.LrscConfig;
import dev.grassmann.clusters.lsr.Lsr;
import dev.grassmann.clusters.lsr.LsrConfig;
import dev.grassmann.clusters.ssc.SscOmp;
import dev.grassmann.clusters.ssc.SscOmpConfig;
import dev.grassmann.clusters.tsc.Tsc;
import dev.grassmann.clusters.tsc.TscConfig;
import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Clustering;
import dev.grassmann.core.run.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RefusalsTest {
  private static final Vectors POINTS = random(60, 12);

  /** Every method with options that suit the 60 points, and what is changed. */
  private static List<Runnable> methods(Vectors points, Map<String, ?> changes) {
    List<Runnable> runs = new ArrayList<>();
    runs.add(run(new SscOmp(), with(SscOmpConfig.DEFAULTS, changes), points));
    runs.add(run(new Lsr(), with(LsrConfig.DEFAULTS, changes), points));
    runs.add(run(new KSubspaces(), with(KSubspacesConfig.DEFAULTS, changes), points));
    runs.add(run(new Ssc(), with(SscConfig.DEFAULTS, changes), points));
    runs.add(run(new Ensc(), with(EnscConfig.DEFAULTS, changes), points));
    runs.add(run(new Lrr(), with(LrrConfig.DEFAULTS, changes), points));
    runs.add(run(new Lrsc(), with(LrscConfig.DEFAULTS, changes), points));
    runs.add(run(new Ekss(), with(EkssConfig.DEFAULTS, changes), points));
    runs.add(run(new Tsc(), with(TscConfig.DEFAULTS, changes), points));
    return runs;
  }

  private static <C extends Record> C with(C config, Map<String, ?> changes) {
    return Options.with(Options.with(config, Map.of("clusters", 5, "dimension", 2)), changes);
  }

  private static <C extends Record> Runnable run(
      Method<Vectors, C, Clustering> method, C config, Vectors points) {
    return () -> method.run(points, config, Run.local());
  }

  @Test
  void zeroVectorsAreCounted() {
    float[] numbers = POINTS.toArray();
    Arrays.fill(numbers, 4 * 12, 5 * 12, 0);
    for (Runnable method : methods(Vectors.of(numbers, 60, 12), Map.of())) {
      assertRefused(
          "1 zero-norm sample, row 4; a zero vector lies in every subspace: drop or offset it",
          method);
    }
    Arrays.fill(numbers, 30 * 12, 32 * 12, 0);
    for (Runnable method : methods(Vectors.of(numbers, 60, 12), Map.of())) {
      assertRefused(
          "3 zero-norm samples, the first is row 4; a zero vector lies in every subspace: drop or"
              + " offset them",
          method);
    }
  }

  @Test
  void brokenNumbersAreNamedByRowAndColumn() {
    float[] numbers = POINTS.toArray();
    numbers[17 * 12 + 3] = Float.NaN;
    for (Runnable method : methods(Vectors.of(numbers, 60, 12), Map.of())) {
      assertRefused(
          "row 17: the number in column 3 is NaN; drop the row or fill the number (rows and columns"
              + " count from 0)",
          method);
    }
    numbers[17 * 12 + 3] = Float.NEGATIVE_INFINITY;
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      ids.add("face" + i);
    }
    assertRefused(
        "row 17 ('face17'): the number in column 3 is -Infinity; drop the row or fill the number"
            + " (rows and columns count from 0)",
        run(new KMeansClustering(), KMeansConfig.DEFAULTS, Vectors.of(numbers, 60, 12, ids)));
  }

  @Test
  void oneClusterAndAsManyAsPointsAreRefused() {
    String one =
        "--clusters: is 1; one cluster holds all points: give 2 or more, or 0 to let the eigengap"
            + " choose";
    assertRefused(one, methods(POINTS, Map.of("clusters", 1)).get(0));
    assertRefused(one, methods(POINTS, Map.of("clusters", 1)).get(1));
    assertRefused(
        "--clusters: is 1; allowed: 2 to 100,000", methods(POINTS, Map.of("clusters", 1)).get(2));
    for (Runnable method : methods(POINTS, Map.of("clusters", 60))) {
      assertRefused("--clusters: is 60 for 60 points; give 2 to 59", method);
    }
    assertRefused(
        "--clusters: is 60 for 60 points; give 2 to 59",
        run(new KMeansClustering(), Options.with(KMeansConfig.DEFAULTS, "clusters", 60), POINTS));
  }

  @Test
  void subspacesThatTheSpaceOrTheClustersCannotHoldAreRefused() {
    for (Runnable method : methods(POINTS, Map.of("clusters", 2, "dimension", 12))) {
      assertRefused("--dimension: is 12 in a space of 12; give 1 to 11", method);
    }
    for (Runnable method : methods(POINTS, Map.of("clusters", 6, "dimension", 10))) {
      assertRefused(
          "--dimension: is 10 for 6 clusters of 60 points: a cluster of average size spans no more;"
              + " give 1 to 9, or fewer clusters",
          method);
    }
    assertRefused(
        "--dimension: is 0; allowed: 1 to 100,000", methods(POINTS, Map.of("dimension", 0)).get(2));
  }

  @Test
  void aGraphBeyondTheMemoryAllowedIsRefusedWithWhatNeedsLess() {
    LsrConfig config = with(LsrConfig.DEFAULTS, Map.of("memory", 0.001));
    assertRefused(
        "n=600 needs 2.9 MB for lsr, --memory allows 1.0 MB; keep the strongest coefficients only"
            + " with --top 20, or use --method ssc-omp",
        run(new Lsr(), config, random(600, 12)));
    assertRefused(
        "n=600 needs 5.8 MB for lsr, --memory allows 1.0 MB; use --method ssc-omp",
        run(new Lsr(), Options.with(config, "top", 5), random(600, 700)));
    assertRefused(
        "n=600 needs 20.2 MB for ssc, --memory allows 1.0 MB; use --method ensc, which solves the"
            + " same problem point by point, or ssc-omp",
        run(new Ssc(), with(SscConfig.DEFAULTS, Map.of("memory", 0.001)), random(600, 12)));
    assertRefused(
        "n=600 needs 3.3 MB for lrr, --memory allows 1.0 MB; use --method lrsc --top 20, or"
            + " ssc-omp",
        run(new Lrr(), with(LrrConfig.DEFAULTS, Map.of("memory", 0.001)), random(600, 12)));
    assertRefused(
        "n=600 needs 2.9 MB for lrsc, --memory allows 1.0 MB; keep the strongest coefficients only"
            + " with --top 20, or use --method ssc-omp",
        run(new Lrsc(), with(LrscConfig.DEFAULTS, Map.of("memory", 0.001)), random(600, 12)));
  }

  @Test
  void theMemoryNeededIsSaidInGigabytes() {
    InputException refused =
        assertThrows(
            InputException.class,
            () -> Limits.memory(60_000, 28.8, 4, "lsr", "use --method ssc-omp"));
    assertEquals(
        "n=60000 needs 28.8 GB for lsr, --memory allows 4.0 GB; use --method ssc-omp",
        refused.getMessage());
  }

  @Test
  void lowRankCodesThatAreAllNoiseAreRefused() {
    InputException refused =
        assertThrows(
            InputException.class,
            run(new Lrsc(), with(LrscConfig.DEFAULTS, Map.of("tau", 0.01)), POINTS)::run);
    assertTrue(
        refused
            .getMessage()
            .matches(
                "--tau: is 0\\.01: all singular values, the largest being [0-9.]+, are taken for"
                    + " noise; give more than [0-9.]+"),
        refused.getMessage());
  }

  @Test
  void twoPointsAreNothingToCluster() {
    for (Runnable method : methods(random(2, 5), Map.of("clusters", 2))) {
      assertRefused("there are 2 points; give at least 3, or there is nothing to cluster", method);
    }
  }

  @Test
  void optionsOutsideTheirBoundsAreRefused() {
    assertRefused(
        "--lambda: is 0; allowed: above 0",
        run(new Lsr(), Options.with(LsrConfig.DEFAULTS, "lambda", 0.0), POINTS));
    assertRefused(
        "--sparsity: is 0; allowed: 1 to 1,000",
        run(new SscOmp(), Options.with(SscOmpConfig.DEFAULTS, "sparsity", 0), POINTS));
  }

  private static void assertRefused(String message, Runnable call) {
    assertEquals(message, assertThrows(InputException.class, call::run).getMessage());
  }

  private static Vectors random(int n, int d) {
    Random random = new Random(n);
    float[] numbers = new float[n * d];
    for (int p = 0; p < numbers.length; p++) {
      numbers[p] = (float) random.nextGaussian();
    }
    return Vectors.of(numbers, n, d);
  }
}
