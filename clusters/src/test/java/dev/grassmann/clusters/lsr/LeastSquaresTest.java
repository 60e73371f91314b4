package dev.grassmann.clusters.lsr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.clusters.Fixture;
import dev.grassmann.clusters.Points;
import dev.grassmann.clusters.spectral.DenseAffinity;
import dev.grassmann.clusters.spectral.Scaling;
import dev.grassmann.clusters.spectral.Strongest;
import dev.grassmann.clusters.spectral.SymmetricCodes;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeastSquaresTest {
  private static final Run RUN = Run.local();

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void coefficientsAreThoseOfTheReference(boolean zeroDiagonal) {
    JsonNode expected =
        Fixture.json("reference.json")
            .get(zeroDiagonal ? "leastSquaresZeroDiagonal" : "leastSquares");
    Points points = Points.unit(Fixture.points("points.csv"), RUN);
    try (SymmetricCodes squares =
        LeastSquares.of(points, expected.get("lambda").asDouble(), zeroDiagonal)) {
      double[] c = squares.coefficients(RUN);
      for (int i = 0; i < 3; i++) {
        assertArrayEquals(
            Fixture.doubles(expected.get("firstThreeRows").get(i)),
            Arrays.copyOfRange(c, i * 60, (i + 1) * 60),
            1e-8);
      }
      assertEquals(
          expected.get("checksum").asDouble(),
          Fixture.checksum(60, 60, (i, j) -> c[i * 60 + j]),
          1e-8);
    }
  }

  /** Both ways to factor must solve the ridge regression that defines the coefficients. */
  @ParameterizedTest
  @CsvSource({"12, 30, false", "12, 30, true", "30, 12, false", "30, 12, true", "20, 20, true"})
  void theGradientVanishesWithFewerAndWithMorePointsThanDimensions(
      int n, int d, boolean zeroDiagonal) {
    double lambda = 0.3;
    Points points = Points.unit(random(n, d), RUN);
    double[] x = points.rows();
    double[] c;
    try (SymmetricCodes squares = LeastSquares.of(points, lambda, zeroDiagonal)) {
      c = squares.coefficients(RUN);
    }
    for (int i = 0; i < n; i++) {
      double[] rest = Arrays.copyOfRange(x, i * d, (i + 1) * d); // x_i - sum of c_ij x_j
      for (int j = 0; j < n; j++) {
        for (int t = 0; t < d; t++) {
          rest[t] -= c[i * n + j] * x[j * d + t];
        }
      }
      for (int j = 0; j < n; j++) {
        double gradient = lambda * c[i * n + j];
        for (int t = 0; t < d; t++) {
          gradient -= rest[t] * x[j * d + t];
        }
        if (zeroDiagonal && i == j) {
          assertEquals(0, c[i * n + j]);
        } else {
          assertEquals(0, gradient, 1e-12);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Scaling.class)
  void theDenseAffinityAddsBothPointsScaledViews(Scaling scaling) {
    for (boolean zeroDiagonal : new boolean[] {false, true}) {
      for (int[] size : new int[][] {{300, 7}, {20, 40}}) {
        int n = size[0];
        Points points = Points.unit(random(n, size[1]), RUN);
        try (SymmetricCodes squares = LeastSquares.of(points, 0.5, zeroDiagonal);
            DenseAffinity w = squares.affinity(scaling, RUN)) {
          double[] expected = affinity(squares.coefficients(RUN), n, scaling);
          for (int i = 0; i < n; i++) {
            assertArrayEquals(
                Arrays.copyOfRange(expected, i * n, (i + 1) * n), w.row(i), 1e-12, "row " + i);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Scaling.class)
  void theStrongestEntriesAreThoseOfTheFullMatrix(Scaling scaling) {
    int n = 300;
    int top = 6;
    Points points = Points.unit(random(n, 9), RUN);
    for (boolean zeroDiagonal : new boolean[] {false, true}) {
      try (SymmetricCodes squares = LeastSquares.of(points, 0.5, zeroDiagonal)) {
        double[] c = squares.coefficients(RUN);
        double[] w = affinity(c, n, scaling);
        double[] kept = new double[n * n];
        for (int i = 0; i < n; i++) {
          double[] row = Arrays.copyOfRange(w, i * n, (i + 1) * n);
          double[] sorted = row.clone();
          Arrays.sort(sorted);
          for (int j = 0; j < n; j++) {
            if (row[j] >= sorted[n - top]) {
              kept[i * n + j] += row[j] / 2;
              kept[j * n + i] += row[j] / 2;
            }
          }
        }
        Strongest strongest = Strongest.of(squares, scaling, top, RUN);
        for (int i = 0; i < n; i++) {
          assertArrayEquals(
              Arrays.copyOfRange(kept, i * n, (i + 1) * n), strongest.affinity().row(i), 1e-12);
          assertEquals(top, strongest.codes().start(i + 1) - strongest.codes().start(i));
          for (int e = strongest.codes().start(i); e < strongest.codes().start(i + 1); e++) {
            assertEquals(c[i * n + strongest.codes().column(e)], strongest.codes().value(e), 1e-12);
          }
        }
      }
    }
  }

  private static double[] affinity(double[] c, int n, Scaling scaling) {
    double[] scaled = new double[n * n];
    for (int i = 0; i < n; i++) {
      double max = 0;
      double square = 0;
      for (int j = 0; j < n; j++) {
        max = Math.max(max, Math.abs(c[i * n + j]));
        square += c[i * n + j] * c[i * n + j];
      }
      double by =
          switch (scaling) {
            case MAX -> max;
            case L2 -> Math.sqrt(square);
            case NONE -> 1;
          };
      for (int j = 0; j < n; j++) {
        scaled[i * n + j] = Math.abs(c[i * n + j]) / by;
      }
    }
    double[] both = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        both[i * n + j] = (scaled[i * n + j] + scaled[j * n + i]) / 2;
      }
    }
    return both;
  }

  private static Vectors random(int n, int d) {
    Random random = new Random(n * 100L + d);
    float[] numbers = new float[n * d];
    for (int p = 0; p < numbers.length; p++) {
      numbers[p] = (float) random.nextGaussian();
    }
    return Vectors.of(numbers, n, d);
  }
}
