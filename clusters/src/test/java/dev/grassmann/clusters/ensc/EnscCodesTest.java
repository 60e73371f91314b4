package dev.grassmann.clusters.ensc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.clusters.Fixture;
import dev.grassmann.clusters.Points;
import dev.grassmann.core.data.SparseMatrix;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.LibTorch;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnscCodesTest {
  private static final Run RUN = Run.local();

  /** Starting from few atoms must end where starting from all of them does. */
  @ParameterizedTest
  @CsvSource({"100", "20", "5", "1"})
  void codesAreThoseOfTheReferenceWhateverTheFirstAtoms(int size) {
    JsonNode expected = Fixture.json("reference.json").get("elasticNet");
    Points points = Points.unit(Fixture.points("points.csv"), RUN);
    SparseMatrix codes =
        new EnscCodes(
                expected.get("gamma").asDouble(), expected.get("tau").asDouble(), size, 400, 60)
            .of(points, RUN);
    for (int i = 0; i < 6; i++) {
      JsonNode row = expected.get("coefficients").get(i);
      assertEquals(row.size(), codes.start(i + 1) - codes.start(i), "entries of row " + i);
      for (int e = codes.start(i); e < codes.start(i + 1); e++) {
        assertEquals(row.get(Integer.toString(codes.column(e))).asDouble(), codes.value(e), 1e-8);
      }
    }
    double[][] full = new double[60][60];
    for (int i = 0; i < 60; i++) {
      for (int e = codes.start(i); e < codes.start(i + 1); e++) {
        full[i][codes.column(e)] = codes.value(e);
      }
    }
    double sum = Fixture.checksum(60, 60, (i, j) -> full[i][j]);
    assertEquals(expected.get("checksum").asDouble(), sum, 1e-8);
    assertEquals(expected.get("nonZeros").asInt(), codes.entries());
  }

  /** The conditions of the optimum, at sizes that fill no block, with and without a ridge. */
  @ParameterizedTest
  @CsvSource({"700, 9, 0.9, 50", "700, 9, 1, 50", "150, 40, 0.5, 200", "1300, 12, 1, 20"})
  void noAtomViolatesItsCondition(int n, int d, double tau, double gamma) {
    Points points = Points.unit(random(n, d), RUN);
    SparseMatrix codes = new EnscCodes(gamma, tau, 20, 100, n).of(points, RUN);
    double[] x = points.rows();
    for (int i = 0; i < n; i += 7) {
      double[] rest = new double[d];
      points.copyRow(i, rest);
      double[] c = new double[n];
      for (int e = codes.start(i); e < codes.start(i + 1); e++) {
        int j = codes.column(e);
        c[j] = codes.value(e);
        for (int t = 0; t < d; t++) {
          rest[t] -= c[j] * x[j * d + t];
        }
      }
      double most = 0;
      double[] slope = new double[n];
      for (int j = 0; j < n; j++) {
        double own = 0;
        for (int t = 0; t < d; t++) {
          own += x[i * d + t] * x[j * d + t];
          slope[j] += rest[t] * x[j * d + t];
        }
        most = j == i ? most : Math.max(most, Math.abs(own));
      }
      double g = gamma * tau / most;
      for (int j = 0; j < n; j++) {
        if (c[j] != 0) {
          assertEquals(tau * Math.signum(c[j]), g * slope[j] - (1 - tau) * c[j], 1e-8);
        } else if (j != i) {
          assertTrue(Math.abs(g * slope[j]) <= tau + 1e-8, "atom " + j + " of point " + i);
        }
      }
      assertEquals(0, c[i]);
    }
  }

  @Test
  void onlyTheLargestCoefficientsAreKept() {
    Points points = Points.unit(random(80, 20), RUN);
    SparseMatrix all = new EnscCodes(50, 0.9, 100, 40, 80).of(points, RUN);
    SparseMatrix some = new EnscCodes(50, 0.9, 100, 40, 3).of(points, RUN);
    for (int i = 0; i < 80; i++) {
      assertEquals(3, some.start(i + 1) - some.start(i));
      double least = Double.MAX_VALUE;
      for (int e = some.start(i); e < some.start(i + 1); e++) {
        least = Math.min(least, Math.abs(some.value(e)));
      }
      int larger = 0;
      for (int e = all.start(i); e < all.start(i + 1); e++) {
        larger += Math.abs(all.value(e)) >= least ? 1 : 0;
      }
      assertEquals(3, larger);
    }
  }

  @Test
  void theNumberOfThreadsChangesNoBit() {
    Points points = Points.unit(random(600, 15), RUN);
    Run one = Run.builder().threads(1).build();
    Run three = Run.builder().threads(3).build();
    LibTorch.start(one);
    SparseMatrix alone = new EnscCodes(50, 0.9, 30, 40, 50).of(points, one);
    LibTorch.start(three);
    SparseMatrix together = new EnscCodes(50, 0.9, 30, 40, 50).of(points, three);
    assertEquals(alone.entries(), together.entries());
    for (int e = 0; e < alone.entries(); e++) {
      assertEquals(alone.column(e), together.column(e));
      assertEquals(alone.value(e), together.value(e));
    }
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
