package dev.grassmann.clusters.lasso;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.clusters.Fixture;
import dev.grassmann.clusters.Points;
import dev.grassmann.core.data.SparseMatrix;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LassoAdmmTest {
  private static final Run RUN = Run.local();

  @ParameterizedTest
  @CsvSource({
    "plain, 1", "plain, 10", "plain, 200",
    "affine, 1", "affine, 10", "affine, 200"
  })
  void sweepsAreThoseOfTheReference(String form, int sweeps) {
    JsonNode expected = Fixture.json("reference.json").get("lassoAdmm").get(form);
    Points points = Points.unit(Fixture.points("points.csv"), RUN);
    SparseMatrix codes = new SparseCodes(20, form.equals("affine"), 0, sweeps, 0).of(points, RUN);
    assertEquals(
        expected.get("checksums").get(Integer.toString(sweeps)).asDouble(), checksum(codes), 1e-8);
    JsonNode rows = expected.get("firstTwoRows").get(Integer.toString(sweeps));
    for (int i = 0; rows != null && i < 2; i++) {
      assertEquals(rows.get(i).size(), codes.start(i + 1) - codes.start(i));
      for (int e = codes.start(i); e < codes.start(i + 1); e++) {
        JsonNode cell = rows.get(i).get(Integer.toString(codes.column(e)));
        assertEquals(cell.asDouble(), codes.value(e), 1e-8);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1", "10", "100"})
  void sweepsWithOutliersAreThoseOfTheStackedReference(int sweeps) {
    JsonNode expected = Fixture.json("codes.json").get("outliers" + sweeps);
    Points points = Points.unit(Fixture.points("points.csv"), RUN);
    SparseMatrix codes = new SparseCodes(20, false, 20, sweeps, 0).of(points, RUN);
    assertEquals(expected.get("checksum").asDouble(), checksum(codes), 1e-8);
    assertEquals(expected.get("nonZeros").asInt(), codes.entries());
  }

  /** Padding with zeros changes no inner product, but which factorisation is less work. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void fewAndManyDimensionsGiveTheSameCodes(boolean affine) {
    int n = 40;
    Vectors few = random(n, 6);
    float[][] padded = new float[n][60];
    for (int i = 0; i < n; i++) {
      System.arraycopy(few.toArray(), i * 6, padded[i], 0, 6);
    }
    SparseCodes problem = new SparseCodes(20, affine, 0, 50, 0);
    SparseMatrix one = problem.of(Points.unit(few, RUN), RUN);
    SparseMatrix other = problem.of(Points.unit(Vectors.of(padded), RUN), RUN);
    assertEquals(one.entries(), other.entries());
    for (int e = 0; e < one.entries(); e++) {
      assertEquals(one.column(e), other.column(e));
      assertEquals(one.value(e), other.value(e), 1e-10);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theConstraintsAreMetInTheEnd(boolean affine) {
    Points points = Points.unit(random(40, 6), RUN);
    SparseMatrix codes = new SparseCodes(20, affine, 0, 4000, 1e-9).of(points, RUN);
    for (int i = 0; i < 40; i++) {
      double sum = 0;
      for (int e = codes.start(i); e < codes.start(i + 1); e++) {
        assertNotEquals(i, codes.column(e));
        sum += codes.value(e);
      }
      if (affine) {
        assertEquals(1, sum, 1e-6);
      }
    }
  }

  private static double checksum(SparseMatrix codes) {
    double[][] full = new double[codes.rows()][codes.columns()];
    for (int i = 0; i < codes.rows(); i++) {
      for (int e = codes.start(i); e < codes.start(i + 1); e++) {
        full[i][codes.column(e)] = codes.value(e);
      }
    }
    return Fixture.checksum(codes.rows(), codes.columns(), (i, j) -> full[i][j]);
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
