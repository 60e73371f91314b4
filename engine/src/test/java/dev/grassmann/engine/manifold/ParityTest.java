package dev.grassmann.engine.manifold;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.subspace.Distance;
import dev.grassmann.core.subspace.Subspace;
import dev.grassmann.engine.linalg.Products;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Figures of make_manifold.py beside grassmann.json: the formulas in NumPy float64, exponential and
 * logarithm checked there against pymanopt.
 */
class ParityTest {
  private static final JsonNode FIGURES = figures();

  private static JsonNode figures() {
    try (InputStream in = ParityTest.class.getResourceAsStream("grassmann.json")) {
      return Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), "grassmann.json");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<JsonNode> cases() {
    return StreamSupport.stream(FIGURES.path("cases").spliterator(), false);
  }

  private static double[] matrix(JsonNode rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .flatMap(
            row -> StreamSupport.stream((row.isArray() ? row : List.of(row)).spliterator(), false))
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }

  private static double[] projector(double[] x, Grassmann m) {
    return Products.multiplyTransposed(x, x, m.n(), m.p(), m.n());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void exponentialLogarithmAndTransportAgreeWithNumPyAndPymanopt(JsonNode figures) {
    Grassmann m = new Grassmann(figures.path("n").asInt(), figures.path("p").asInt());
    double[] x = matrix(figures.path("x"));
    double[] y = matrix(figures.path("y"));
    double[] delta = matrix(figures.path("tangent"));
    assertArrayEquals(matrix(figures.path("expRepresentative")), m.exponential(x, delta, 1), 1e-10);
    assertArrayEquals(matrix(figures.path("log")), m.logarithm(x, y).delta(), 1e-10);
    assertArrayEquals(
        matrix(figures.path("projectorAtOneThird")),
        projector(m.geodesic(x, y, 1.0 / 3), m),
        1e-10);
    assertArrayEquals(matrix(figures.path("projectorY")), projector(m.geodesic(x, y, 1), m), 1e-10);
    assertArrayEquals(
        matrix(figures.path("transported")),
        m.transport(x, delta, matrix(figures.path("gamma")), 1),
        1e-10);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void anglesDistancesAndPlueckerCoordinatesAgreeWithNumPy(JsonNode figures) {
    int n = figures.path("n").asInt();
    int p = figures.path("p").asInt();
    double[] x = matrix(figures.path("x"));
    Subspace a = Subspace.ofOrthonormal(x, n, p);
    Subspace b = Subspace.ofOrthonormal(matrix(figures.path("y")), n, p);
    assertArrayEquals(matrix(figures.path("angles")), a.principalAngles(b).radians(), 1e-12);
    assertDistances(figures.path("distances"), a, b);
    assertArrayEquals(matrix(figures.path("pluecker")), new Pluecker(n, p).coordinates(x), 1e-12);
  }

  private static void assertDistances(JsonNode expected, Subspace a, Subspace b) {
    Distance[] ours = {
      Distance.GEODESIC, Distance.CHORDAL, Distance.PROJECTION, Distance.ASIMOV,
      Distance.FUBINI_STUDY, Distance.BINET_CAUCHY, Distance.PROCRUSTES, Distance.MARTIN
    };
    String[] theirs = {
      "geodesic", "chordal", "gap", "asimov", "fubiniStudy", "binetCauchy", "procrustes", "martin"
    };
    for (int i = 0; i < ours.length; i++) {
      assertEquals(expected.path(theirs[i]).asDouble(), a.distance(b, ours[i]), 1e-12, theirs[i]);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theWeightedMeanAgreesWithNumPy(JsonNode figures) {
    Grassmann m = new Grassmann(figures.path("n").asInt(), figures.path("p").asInt());
    List<double[]> points = new ArrayList<>();
    figures.path("karcher").path("points").forEach(point -> points.add(matrix(point)));
    double[] weights = matrix(figures.path("karcher").path("weights"));
    FrechetMean mean = FrechetMean.of(m, points, weights);
    assertArrayEquals(
        matrix(figures.path("karcher").path("meanProjector")), projector(mean.point(), m), 1e-10);
  }

  @Test
  void plantedAnglesAndTheirDistancesAreExact() {
    double[] x = new double[12];
    x[0] = 1;
    x[3] = 1;
    double[] y = new double[12];
    y[0] = Math.cos(0.3);
    y[2 * 2] = Math.sin(0.3);
    y[2 + 1] = Math.cos(1.1);
    y[3 * 2 + 1] = Math.sin(1.1);
    Subspace a = Subspace.ofOrthonormal(x, 6, 2);
    Subspace b = Subspace.ofOrthonormal(y, 6, 2);
    assertArrayEquals(new double[] {0.3, 1.1}, a.principalAngles(b).radians(), 1e-12);
    assertEquals(1.140175425099, a.distance(b, Distance.GEODESIC), 1e-12);
    assertEquals(0.938926382190, a.distance(b, Distance.CHORDAL), 1e-12);
    assertEquals(1.122604204287, a.distance(b, Distance.FUBINI_STUDY), 1e-12);
    assertDistances(FIGURES.path("planted").path("distances"), a, b);
  }

  @Test
  void anglesOfABillionthKeepTheirDigits() {
    JsonNode tiny = FIGURES.path("tiny");
    double[] x = matrix(tiny.path("x"));
    Grassmann m = new Grassmann(9, 2);
    double[] y = m.exponential(x, matrix(tiny.path("tangent")), 1);
    double[] angles =
        Subspace.ofOrthonormal(x, 9, 2).principalAngles(Subspace.ofOrthonormal(y, 9, 2)).radians();
    assertArrayEquals(matrix(tiny.path("angles")), angles, 1e-15);
  }
}
