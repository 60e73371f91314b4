package dev.grassmann.clusters.spectral;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.clusters.Fixture;
import dev.grassmann.clusters.Points;
import dev.grassmann.clusters.metrics.Agreement;
import dev.grassmann.clusters.ssc.MatchingPursuit;
import dev.grassmann.core.InputException;
import dev.grassmann.core.data.SparseMatrix;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.Tensors;
import dev.grassmann.engine.linalg.Eigengap;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpectralStepTest {
  @ParameterizedTest
  @CsvSource({"points.csv, noisy4", "points.csv, noisy10", "exact_points.csv, exact10"})
  void eigenvaluesAndLabelsAreThoseOfTheReference(String file, String name) {
    JsonNode expected = Fixture.json("reference.json").get("matchingPursuit").get(name);
    Points points = Points.unit(Fixture.points(file), Run.local());
    SparseMatrix codes =
        new MatchingPursuit(expected.get("k").asInt(), 1e-6).codes(points, 1, Run.local());
    SpectralStep.Partition found =
        new SpectralStep(3, 20, 1_000)
            .partition(SparseAffinity.of(codes, Scaling.L2, 0), Run.local());
    double[] values = Fixture.doubles(expected.get("largestEigenvalues"));
    assertArrayEquals(values, Arrays.copyOf(found.spectrum(), values.length), 1e-8);
    int[] labels = Fixture.ints(expected.get("labels"));
    assertEquals(1, Agreement.of(labels, found.labels()).adjustedRand());
  }

  @Test
  void blocksOfAGraphAreItsClustersAndTheGapShowsTheirNumber() {
    SparseAffinity graph = SparseAffinity.of(blocks(new int[] {30, 25, 40, 20}, 0.02));
    Run run = Run.local();
    SpectralStep.Partition found = new SpectralStep(0, 10, 300).partition(graph, run);
    assertEquals(4, found.clusters());
    int[] truth = new int[115];
    Arrays.fill(truth, 30, 55, 1);
    Arrays.fill(truth, 55, 95, 2);
    Arrays.fill(truth, 95, 115, 3);
    assertArrayEquals(truth, found.labels(), "clusters are numbered by their first points");
    assertEquals(1, found.components());
    assertEquals(1, found.spectrum()[0], 1e-9);
    assertEquals(List.of(), run.warnings());
  }

  @Test
  void theDenseTwinGivesTheSame() {
    SparseMatrix weights = blocks(new int[] {30, 25, 40, 20}, 0.05);
    SparseAffinity sparse = SparseAffinity.of(weights);
    double[] full = new double[115 * 115];
    for (int i = 0; i < 115; i++) {
      System.arraycopy(sparse.row(i), 0, full, i * 115, 115);
    }
    int[] members = {7, 3, 60, 110, 61};
    try (DenseAffinity dense = DenseAffinity.of(Tensors.of(full, 115, 115));
        DenseAffinity some = dense.restrict(members)) {
      assertArrayEquals(sparse.degrees(), dense.degrees(), 1e-12);
      assertArrayEquals(sparse.components(), dense.components());
      for (int m = 0; m < members.length; m++) {
        assertArrayEquals(sparse.restrict(members).row(m), some.row(m), 1e-15);
      }
      SpectralStep step = new SpectralStep(4, 10, 300);
      SpectralStep.Partition one = step.partition(sparse, Run.local());
      SpectralStep.Partition other = step.partition(dense, Run.local());
      assertArrayEquals(one.labels(), other.labels());
      assertArrayEquals(one.spectrum(), other.spectrum(), 1e-10);
    }
  }

  @Test
  void moreComponentsThanClustersAreWarnedOf() {
    SparseAffinity graph = SparseAffinity.of(blocks(new int[] {10, 12, 8, 9}, 0));
    Run run = Run.local();
    SpectralStep.Partition found = new SpectralStep(3, 10, 300).partition(graph, run);
    assertEquals(4, found.components());
    assertEquals(
        List.of(
            "the graph has 4 components for 3 clusters: which of them stay together is arbitrary;"
                + " join them by more neighbours a point, or ask for more clusters"),
        run.warnings());
  }

  @Test
  void aSpectrumWithoutAGapIsRefused() {
    InputException refused =
        assertThrows(InputException.class, () -> Eigengap.clusters(new double[] {1, 1, 1, 1, 1}));
    assertEquals(
        "the 5 largest eigenvalues show no gap; give the number of clusters with --clusters",
        refused.getMessage());
  }

  @Test
  void theGapBeforeTheSecondEigenvalueDoesNotCount() {
    assertEquals(3, Eigengap.clusters(new double[] {1, 0.5, 0.49, 0.2, 0.19}));
  }

  @Test
  void theLargestOfARowAreKeptAndOfEqualOnesTheFirst() {
    Random random = new Random(2);
    for (int most : new int[] {1, 2, 5, 16, 40}) {
      Top top = new Top(most);
      double[] row = random.doubles(40).map(v -> Math.floor(12 * v)).toArray();
      Integer[] order = new Integer[40];
      Arrays.setAll(order, i -> i);
      Arrays.sort(order, (a, b) -> Double.compare(row[b], row[a])); // stable
      int[] expected = Arrays.stream(order).limit(most).mapToInt(i -> i).sorted().toArray();
      for (int i = 0; i < 40; i++) {
        top.offer(i, row[i]);
      }
      int[] places = new int[most];
      double[] values = new double[most];
      assertEquals(most, top.copyTo(places, values, 0));
      assertArrayEquals(expected, places);
      for (int i = 0; i < most; i++) {
        assertEquals(row[places[i]], values[i]);
      }
    }
  }

  /** Random weights within blocks, and weaker ones by this factor between all. */
  private static SparseMatrix blocks(int[] sizes, double between) {
    int n = Arrays.stream(sizes).sum();
    int[] block = new int[n];
    for (int b = 0, at = 0; b < sizes.length; at += sizes[b++]) {
      Arrays.fill(block, at, at + sizes[b], b);
    }
    Random random = new Random(n);
    int[] start = new int[n + 1];
    int[] column = new int[n * n];
    double[] value = new double[n * n];
    for (int i = 0; i < n; i++) {
      start[i + 1] = start[i];
      for (int j = 0; j < n; j++) {
        double weight = random.nextDouble() * (block[i] == block[j] ? 1 : between);
        if (weight > 0 && i != j) {
          column[start[i + 1]] = j;
          value[start[i + 1]++] = weight;
        }
      }
    }
    return SparseMatrix.of(n, start, column, value);
  }
}
