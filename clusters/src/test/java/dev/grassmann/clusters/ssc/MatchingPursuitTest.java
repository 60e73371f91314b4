package dev.grassmann.clusters.ssc;

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

class MatchingPursuitTest {
  private static final double BLOCKS_ONLY = 0;

  @ParameterizedTest
  @CsvSource({"points.csv, noisy4", "points.csv, noisy10", "exact_points.csv, exact10"})
  void supportsAndCoefficientsAreThoseOfTheReferenceBothWays(String file, String name) {
    JsonNode expected = Fixture.json("reference.json").get("matchingPursuit").get(name);
    Points points = Points.unit(Fixture.points(file), Run.local());
    MatchingPursuit pursuit = new MatchingPursuit(expected.get("k").asInt(), 1e-6);
    for (double gigabytes : new double[] {1, BLOCKS_ONLY}) {
      SparseMatrix codes = pursuit.codes(points, gigabytes, Run.local());
      for (int i = 0; i < points.n(); i++) {
        JsonNode row = expected.get("coefficients").get(i);
        assertEquals(row.size(), codes.start(i + 1) - codes.start(i), "entries of row " + i);
        for (int e = codes.start(i); e < codes.start(i + 1); e++) {
          JsonNode cell = row.get(Integer.toString(codes.column(e)));
          assertTrue(cell != null, "row " + i + " does not name " + codes.column(e));
          assertEquals(cell.asDouble(), codes.value(e), 1e-8);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"7, 3, 2", "40, 17, 6", "300, 33, 10", "301, 5, 9", "4500, 6, 4"})
  void bothWaysGiveTheSameCodesAtSizesThatFillNoBlock(int n, int d, int most) {
    Points points = Points.unit(random(n, d, n), Run.local());
    MatchingPursuit pursuit = new MatchingPursuit(most, 1e-6);
    SparseMatrix one = pursuit.codes(points, 1, Run.local());
    SparseMatrix other = pursuit.codes(points, BLOCKS_ONLY, Run.local());
    assertSame(one, other);
  }

  @ParameterizedTest
  @CsvSource({"1", "0"})
  void theNumberOfThreadsChangesNoBit(double gigabytes) {
    Points points = Points.unit(random(700, 20, 3), Run.local());
    MatchingPursuit pursuit = new MatchingPursuit(8, 1e-6);
    Run one = Run.builder().threads(1).build();
    Run three = Run.builder().threads(3).build();
    LibTorch.start(one);
    SparseMatrix alone = pursuit.codes(points, gigabytes, one);
    LibTorch.start(three);
    SparseMatrix together = pursuit.codes(points, gigabytes, three);
    assertSame(alone, together);
  }

  @ParameterizedTest
  @CsvSource({"1", "0"})
  void anOrthogonalBasisWithTwinsIsWrittenByTheFirstTwin(double gigabytes) {
    float[][] rows = new float[9][4];
    for (int i = 0; i < 9; i++) {
      rows[i][i % 3] = 1 + i; // points 0, 3, 6 lie on one line, 1, 4, 7 on another, ...
    }
    Points points = Points.unit(Vectors.of(rows), Run.local());
    SparseMatrix codes = new MatchingPursuit(3, 1e-6).codes(points, gigabytes, Run.local());
    for (int i = 0; i < 9; i++) {
      assertEquals(1, codes.start(i + 1) - codes.start(i), "one twin suffices");
      assertEquals(i < 3 ? i + 3 : i % 3, codes.column(codes.start(i)));
      assertEquals(1, codes.value(codes.start(i)), 1e-12);
    }
  }

  @ParameterizedTest
  @CsvSource({"1", "0"})
  void aPointOrthogonalToAllOthersIsWrittenByNobody(double gigabytes) {
    Points points =
        Points.unit(
            Vectors.of(new float[][] {{1, 0, 0}, {1, 1, 0}, {2, 1, 0}, {0, 0, 1}}), Run.local());
    SparseMatrix codes = new MatchingPursuit(3, 1e-6).codes(points, gigabytes, Run.local());
    assertEquals(0, codes.start(4) - codes.start(3));
    assertTrue(codes.start(1) > codes.start(0));
  }

  @Test
  void theResidualIsOrthogonalToTheSupport() {
    Points points = Points.unit(random(60, 15, 8), Run.local());
    SparseMatrix codes = new MatchingPursuit(5, 1e-6).codes(points, 1, Run.local());
    double[] row = new double[15];
    double[] atom = new double[15];
    for (int i = 0; i < 60; i++) {
      points.copyRow(i, row);
      for (int e = codes.start(i); e < codes.start(i + 1); e++) {
        points.copyRow(codes.column(e), atom);
        for (int j = 0; j < 15; j++) {
          row[j] -= codes.value(e) * atom[j];
        }
      }
      for (int e = codes.start(i); e < codes.start(i + 1); e++) {
        points.copyRow(codes.column(e), atom);
        double dot = 0;
        for (int j = 0; j < 15; j++) {
          dot += row[j] * atom[j];
        }
        assertEquals(0, dot, 1e-12);
      }
    }
  }

  private static void assertSame(SparseMatrix one, SparseMatrix other) {
    assertEquals(one.entries(), other.entries());
    for (int i = 0; i < one.rows(); i++) {
      assertEquals(one.start(i + 1), other.start(i + 1));
    }
    for (int e = 0; e < one.entries(); e++) {
      assertEquals(one.column(e), other.column(e));
      assertEquals(one.value(e), other.value(e));
    }
  }

  private static Vectors random(int n, int d, long seed) {
    Random random = new Random(seed);
    float[] numbers = new float[n * d];
    for (int p = 0; p < numbers.length; p++) {
      numbers[p] = (float) random.nextGaussian();
    }
    return Vectors.of(numbers, n, d);
  }
}
