package dev.grassmann.clusters.molrg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.InputException;
import dev.grassmann.core.subspace.Subspace;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MixtureDenoiserTest {
  private static final MixtureDenoiser DENOISER = new MixtureDenoiser(MolrgFixture.mixture());

  @Test
  void posteriorMeansAndWeightsAreThoseOfDenseGaussiansOfUnequalDimensions() {
    for (JsonNode expected : MolrgFixture.ALL.get("cases")) {
      double s = expected.get("s").asDouble();
      double sigma = expected.get("gamma").asDouble() / s;
      double[] x = Arrays.stream(MolrgFixture.flat(expected.get("x"))).map(v -> v / s).toArray();
      assertArrayEquals(
          MolrgFixture.flat(expected.get("mean")), DENOISER.predict(x, 2, sigma), 1e-9);
      assertArrayEquals(
          MolrgFixture.flat(expected.get("weights")), DENOISER.weights(x, 2, sigma), 1e-9);
    }
  }

  @Test
  void theJacobianIsThatOfAutomaticDifferentiation() {
    for (JsonNode expected : MolrgFixture.ALL.get("cases")) {
      double s = expected.get("s").asDouble();
      double sigma = expected.get("gamma").asDouble() / s;
      double[] x =
          Arrays.stream(MolrgFixture.flat(expected.get("x").get(0))).map(v -> v / s).toArray();
      double[] byXt = Arrays.stream(DENOISER.jacobian(x, sigma)).map(v -> v / s).toArray();
      double[] truth = MolrgFixture.flat(expected.get("jacobian"));
      double most = Arrays.stream(truth).map(Math::abs).max().orElseThrow();
      assertArrayEquals(truth, byXt, 1e-8 * Math.max(1, most));
    }
  }

  @Test
  void forwardAndBackwardProductsAreTheJacobiansOwn() {
    SplittableRandom random = new SplittableRandom(3);
    double[] x = random.doubles(6).toArray();
    double[] v = random.doubles(12).toArray();
    double[] j = DENOISER.jacobian(x, 0.7);
    double[] expected = new double[12];
    for (int r = 0; r < 2; r++) {
      for (int i = 0; i < 6; i++) {
        for (int c = 0; c < 6; c++) {
          expected[r * 6 + i] += j[i * 6 + c] * v[r * 6 + c];
        }
      }
    }
    assertArrayEquals(expected, DENOISER.forward(x, 0.7, v, 2), 1e-10);
    assertArrayEquals(expected, DENOISER.backward(x, 0.7, v, 2), 1e-10); // symmetric
  }

  @Test
  void weightsStayFiniteWhereTheirExponentsWouldOverflow() {
    double[] x = new double[6];
    Arrays.fill(x, 50);
    double[] weights = DENOISER.weights(x, 1, 0.002);
    assertEquals(1, Arrays.stream(weights).sum(), 1e-12);
    assertTrue(Arrays.stream(DENOISER.predict(x, 1, 0.002)).allMatch(Double::isFinite));
  }

  @Test
  void atLittleNoiseAPointOfTheModelComesBackAndAtMuchNoiseTheMeanDoes() {
    Mixture.Draw draw = DENOISER.mixture().draw(50, new SplittableRandom(1));
    assertArrayEquals(draw.rows(), DENOISER.predict(draw.rows(), 50, 1e-4), 1e-4);
    double[] mean = new double[6];
    for (Component c : DENOISER.mixture().components()) {
      for (int j = 0; j < 6; j++) {
        mean[j] += c.share() * c.mean()[j];
      }
    }
    assertArrayEquals(mean, DENOISER.predict(new double[6], 1, 1e5), 1e-6);
  }

  @Test
  void noNoiseIsRefused() {
    InputException refusal =
        assertThrows(InputException.class, () -> DENOISER.predict(new double[6], 1, 0));
    assertEquals(
        "the noise level is 0.0; give a sigma above 0: at gamma_t = 0 the weights' factor phi is"
            + " infinite",
        refusal.getMessage());
  }

  @Test
  void drawsHaveTheModelsSharesMeansAndVariances() {
    Mixture mixture = DENOISER.mixture();
    int count = 40_000;
    Mixture.Draw draw = mixture.draw(count, new SplittableRandom(5));
    int[] sizes = new int[3];
    double[] first = new double[3];
    double[] second = new double[3];
    for (int i = 0; i < count; i++) {
      int k = draw.component()[i];
      sizes[k]++;
      Component c = mixture.components().get(k);
      double[] basis = c.subspace().basis();
      double along = 0;
      for (int j = 0; j < 6; j++) {
        along += basis[j * c.d()] * (draw.rows()[i * 6 + j] - c.mean()[j]);
      }
      first[k] += along;
      second[k] += along * along;
    }
    for (int k = 0; k < 3; k++) {
      Component c = mixture.components().get(k);
      assertEquals(c.share(), (double) sizes[k] / count, 0.01);
      assertEquals(0, first[k] / sizes[k], 0.06);
      assertEquals(c.variances()[0], second[k] / sizes[k], 0.15);
    }
  }

  @Test
  void subspacesAreBlocksOfLeftSingularVectorsAsTheAuthorsTakeThem() {
    JsonNode generator = MolrgFixture.ALL.get("generator");
    double[] u =
        dev.grassmann.engine.linalg.Svd.thin(MolrgFixture.flat(generator.get("matrix")), 12, 12)
            .u();
    List<Subspace> blocks = new Planted(12, List.of(2, 2), true).blocks(u);
    for (int k = 0; k < 2; k++) {
      double[] basis = blocks.get(k).basis();
      double[] projector = new double[144];
      for (int p = 0; p < 144; p++) {
        projector[p] =
            basis[p / 12 * 2] * basis[p % 12 * 2] + basis[p / 12 * 2 + 1] * basis[p % 12 * 2 + 1];
      }
      assertArrayEquals(MolrgFixture.flat(generator.get("projectors").get(k)), projector, 1e-6);
    }
  }

  @Test
  void ranksAreTheAuthors() {
    for (JsonNode expected : MolrgFixture.ALL.get("ranks")) {
      assertEquals(
          expected.get("rank").asInt(),
          NumericalRank.of(MolrgFixture.flat(expected.get("values"))));
    }
    assertEquals(0, NumericalRank.of(new double[3]));
  }
}
