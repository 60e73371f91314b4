package dev.grassmann.clusters.mlc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.clusters.Fixture;
import dev.grassmann.clusters.metrics.LinearStructure;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;

/** Figures of make_mlc.py: the code of the method's authors. */
class CodingRatesTest {
  private static final int N = 16;
  private static final int D = 8;

  private final JsonNode expected = Fixture.json("mlc.json");

  private static float[] unitSines(double b) {
    float[] rows = new float[N * D];
    for (int i = 0; i < N; i++) {
      double square = 0;
      for (int j = 0; j < D; j++) {
        double x = Math.sin(1 + 0.7 * (i * D + j) + b);
        square += x * x;
      }
      for (int j = 0; j < D; j++) {
        rows[i * D + j] = (float) (Math.sin(1 + 0.7 * (i * D + j) + b) / Math.sqrt(square));
      }
    }
    return rows;
  }

  @Test
  void ratesMembershipsAndTheirSlopesAreThoseOfTheAuthors() {
    MembershipOptions options =
        Options.with(
            MlcConfig.DEFAULTS.memberships(),
            Map.of("eta", 0.175, "halfSteps", 5, "slope", Slope.CPP, "absolute", true));
    try (Scope scope = Scope.open()) {
      Tensor z = Tensors.of(unitSines(0), N, D).set_requires_grad(true);
      Tensor c = Tensors.of(unitSines(5), N, D).set_requires_grad(true);
      Tensor gamma = new MembershipMap(options).of(c);
      Tensor rate = CodingRates.whole(z, 0.1);
      Tensor parts = CodingRates.parts(z, gamma, 0.1);
      close(expected.get("rate").asDouble(), rate.item_double(), "R");
      close(expected.get("parts").asDouble(), parts.item_double(), "R_c");
      assertArrayEquals(
          Fixture.doubles(expected.get("gamma")),
          Tensors.doubles(gamma.to(ScalarType.Double)),
          1e-5);
      parts.sub(rate).backward();
      slopes("featureSlope", z);
      slopes("membershipSlope", c);
    }
  }

  private static void close(double truth, double found, String what) {
    assertEquals(truth, found, 1e-5 * Math.abs(truth), what);
  }

  private void slopes(String name, Tensor leaf) {
    assertArrayEquals(
        Fixture.doubles(expected.get(name)),
        Tensors.doubles(leaf.grad().to(ScalarType.Double)),
        2e-4,
        name);
  }

  @Test
  void classRateAndCodingLengthAreThoseOfTheAuthors() {
    int[] labels = Fixture.ints(expected.get("labels"));
    LinearStructure structure = LinearStructure.of(Vectors.of(unitSines(0), N, D), labels, 3, 0.1);
    close(expected.get("rate").asDouble(), structure.rate(), "R");
    close(expected.get("classRate").asDouble(), structure.classRate(), "R_c");
    close(expected.get("codingLength").asDouble(), structure.codingLength(), "length");
  }

  @Test
  void classesThatFillOrthogonalPlanesReachTheMostThereIs() {
    int each = 40;
    float[] rows = new float[2 * each * 4];
    int[] labels = new int[2 * each];
    for (int i = 0; i < 2 * each; i++) {
      double angle = 2 * Math.PI * (i % each) / each;
      int plane = i / each;
      labels[i] = plane;
      rows[i * 4 + 2 * plane] = (float) Math.cos(angle);
      rows[i * 4 + 2 * plane + 1] = (float) Math.sin(angle);
    }
    LinearStructure structure = LinearStructure.of(Vectors.of(rows, 80, 4), labels, 2, 0.1);
    assertEquals(CodingRates.most(4, 2, 0.1), structure.reduction(), 1e-5);
    assertEquals(4, structure.rank());
    assertArrayEquals(new int[] {2, 2}, structure.classRanks());
    assertEquals(0, structure.across(), 1e-7);
    // in a plane the mean |cosine| of evenly spread directions is 2 / pi, less each with itself
    assertEquals((each * 2 / Math.PI - 1) / (each - 1), structure.cosines()[0][0], 2e-3);
  }

  @Test
  void oneMembershipAPointLeavesTheRateOfThatPointAlone() {
    try (Scope scope = Scope.open()) {
      Tensor z = Tensors.of(unitSines(0), N, D);
      double parts = CodingRates.parts(z, torch.eye(N, z.options()), 0.1).item_double();
      assertEquals(Math.log1p(D / 0.1), parts, 1e-5, "one direction a point");
      double rate = CodingRates.whole(z, 0.1).item_double();
      double even =
          CodingRates.parts(z, torch.ones(new long[] {N, 1}, z.options()), 0.1).item_double();
      assertEquals(rate, even, 1e-5, "all points in one class");
      assertTrue(parts < rate);
    }
  }
}
