package dev.grassmann.clusters;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Clustering;
import dev.grassmann.core.result.Flat;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.subspace.Subspace;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlatsTest {
  @Test
  void anglesBetweenTheClustersSubspacesAreThoseOfTheReference() {
    Vectors vectors = Fixture.points("points.csv");
    JsonNode reference = Fixture.json("reference.json");
    int[] truth = Fixture.ints(reference.get("truth"));
    Run run = Run.local();
    Clustering clustering =
        new Flats(4, false)
            .clustering(
                "planted", vectors, Points.unit(vectors, run), truth, Optional.empty(), run);
    for (int a = 0; a < 3; a++) {
      for (int b = a + 1; b < 3; b++) {
        double[] expected = Fixture.doubles(reference.get("basisAngles").get("" + a + b));
        double[] found =
            clustering.bases().get(a).principalAngles(clustering.bases().get(b)).radians();
        assertArrayEquals(expected, found, 1e-8);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"40, 9", "7, 30"})
  void directionsOfManyAndOfFewRowsSpanWhatTheRowsSpan(int m, int d) {
    Random random = new Random(m);
    double[] rows = new double[m * d];
    double[] mix = random.doubles(3L * d, -1, 1).toArray();
    for (int i = 0; i < m; i++) {
      for (int k = 0; k < 3; k++) {
        double weight = random.nextGaussian();
        for (int j = 0; j < d; j++) {
          rows[i * d + j] += weight * mix[k * d + j];
        }
      }
    }
    PrincipalDirections found = PrincipalDirections.of(rows, m, d, 6);
    assertEquals(3, found.k(), "the rows span three dimensions");
    double energy = found.energy()[0] + found.energy()[1] + found.energy()[2];
    double whole = 0;
    for (double number : rows) {
      whole += number * number;
    }
    assertEquals(whole, energy, 1e-10 * whole);
    double[] basis = found.basis();
    for (int a = 0; a < 3; a++) {
      for (int b = 0; b < 3; b++) {
        double dot = 0;
        for (int j = 0; j < d; j++) {
          dot += basis[j * 3 + a] * basis[j * 3 + b];
        }
        assertEquals(a == b ? 1 : 0, dot, 1e-10);
      }
    }
    assertEquals(1, found.holding(0.5 * found.energy()[0] / whole, whole));
    assertEquals(3, found.holding(1, whole * (1 - 1e-9)));
  }

  @Test
  void aFlatGoesThroughTheMeanOrThroughZeroAsAskedFor() {
    // points on a line beside 0: one direction about their mean, two about 0
    float[][] rows = new float[20][3];
    for (int i = 0; i < 20; i++) {
      rows[i] = new float[] {1, 0.1f * (i - 9.5f), 0};
    }
    Vectors vectors = Vectors.of(rows);
    Run run = Run.local();
    Points points = Points.of(vectors);
    Flat centred =
        new Flats(1, true)
            .clustering("x", vectors, points, new int[20], Optional.empty(), run)
            .flats()
            .get(0);
    assertArrayEquals(new double[] {1, 0, 0}, centred.centre(), 1e-7);
    Subspace across = Subspace.ofOrthonormal(new double[] {0, 1, 0}, 3, 1);
    assertTrue(centred.directions().orElseThrow().isSame(across, 1e-6));
    Clustering linear =
        new Flats(1, false).clustering("x", vectors, points, new int[20], Optional.empty(), run);
    assertArrayEquals(new double[3], linear.flats().get(0).centre());
    assertEquals(0.95, linear.residuals()[0], 1e-6, "the line through 0 is the first axis");
  }

  @Test
  void aClusterInOnePlaceIsAPoint() {
    Vectors vectors = Vectors.of(new float[][] {{3, 4}, {3, 4}, {3, 4}});
    Run run = Run.local();
    Points points = Points.unit(vectors, run);
    Clustering clustering =
        new Flats(0, true).clustering("x", vectors, points, new int[3], Optional.empty(), run);
    assertEquals(List.of(), clustering.bases());
    assertArrayEquals(new double[3], clustering.residuals(), 1e-12);
  }

  @Test
  void clustersAreNumberedByTheirFirstPointsAndEmptyOnesLeftOut() {
    Run run = Run.local();
    assertArrayEquals(
        new int[] {0, 1, 0, 2}, Numbering.byFirstPoint(new int[] {4, 0, 4, 2}, 5, run));
    assertEquals(List.of("2 of 5 clusters have no points and are left out"), run.warnings());
  }
}
