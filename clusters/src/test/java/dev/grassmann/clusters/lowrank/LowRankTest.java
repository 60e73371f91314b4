package dev.grassmann.clusters.lowrank;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.clusters.Fixture;
import dev.grassmann.clusters.Points;
import dev.grassmann.clusters.spectral.DenseAffinity;
import dev.grassmann.clusters.spectral.SymmetricCodes;
import dev.grassmann.core.InputException;
import dev.grassmann.core.Options;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import java.util.Arrays;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LowRankTest {
  private static final Run RUN = Run.local();
  private final Points points = Points.unit(Fixture.points("points.csv"), RUN);

  @Test
  void theInteractionMatrixIsThatOfTheReference() {
    JsonNode expected = Fixture.json("reference.json").get("lowRank");
    try (RowSpace space = RowSpace.of(points, 12);
        SymmetricCodes codes = ClosedForm.interaction(space)) {
      check(expected, codes.coefficients(RUN));
    }
  }

  @Test
  void theShrunkClosedFormIsThatOfTheReference() {
    JsonNode expected = Fixture.json("reference.json").get("lowRankTau");
    try (RowSpace space = RowSpace.of(points);
        SymmetricCodes codes =
            ClosedForm.shrunk(space, expected.get("tau").asDouble()).orElseThrow()) {
      check(expected, codes.coefficients(RUN));
    }
  }

  private static void check(JsonNode expected, double[] c) {
    assertArrayEquals(Fixture.doubles(expected.get("firstRow")), Arrays.copyOf(c, 60), 1e-8);
    double sum = Fixture.checksum(60, 60, (i, j) -> c[i * 60 + j]);
    assertEquals(expected.get("checksum").asDouble(), sum, 1e-8);
  }

  /**
   * The reference works on n × n numbers with full decompositions; ours take singular values from a
   * Gram matrix, which is good for half the digits of those near the threshold.
   */
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void theLagrangeMultiplierMethodEndsWhereTheReferenceEnds(int which) {
    JsonNode expected = Fixture.json("codes.json").get("lowRank").get(which);
    LowRank problem = new LowRank(expected.get("lambda").asDouble(), 1e-10, 1000);
    try (Scope scope = Scope.open();
        RowSpace space = RowSpace.of(points)) {
      Tensor q = problem.solve(space, RUN);
      double[] z = Tensors.doubles(q.t().matmul(space.vectors().t()));
      assertArrayEquals(Fixture.doubles(expected.get("firstRow")), Arrays.copyOf(z, 60), 1e-7);
      double sum = Fixture.checksum(60, 60, (i, j) -> z[i * 60 + j]);
      assertEquals(expected.get("checksum").asDouble(), sum, 1e-6);
      try (DenseAffinity graph = Cosines.of(space, q, 2)) {
        assertArrayEquals(Fixture.doubles(expected.get("graphFirstRow")), graph.row(0), 1e-6);
      }
    }
  }

  /** With Z = M Mᵀ the cosine of two rows of M is Z_ij / (Z_ii Z_jj)^1/2. */
  @Test
  void cosinesOfTheShrunkClosedFormAreThoseOfItsCoefficients() {
    try (RowSpace space = RowSpace.of(points);
        SymmetricCodes codes = ClosedForm.shrunk(space, 2).orElseThrow();
        Tensor m = ClosedForm.directions(space, 2).orElseThrow();
        DenseAffinity graph = Cosines.ofSymmetric(m, 2)) {
      double[] z = codes.coefficients(RUN);
      double[] expected = new double[60];
      Arrays.setAll(expected, j -> Math.pow(z[7 * 60 + j], 4) / Math.pow(z[7 * 61] * z[j * 61], 2));
      assertArrayEquals(expected, graph.row(7), 1e-12);
    }
  }

  @Test
  void neighboursKeptAndCosinesTogetherAreRefused() {
    LrscConfig both =
        Options.with(LrscConfig.DEFAULTS, Map.of("clusters", 3, "top", 5, "power", 2));
    InputException refused =
        assertThrows(
            InputException.class, () -> new Lrsc().run(Fixture.points("points.csv"), both, RUN));
    assertEquals(
        "--top: is 5 for a graph of cosines, which has all pairs; give --top 0, or --power 0 for"
            + " the graph of the coefficients",
        refused.getMessage());
  }
}
