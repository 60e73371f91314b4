package dev.grassmann.clusters.dscnet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.clusters.Fixture;
import dev.grassmann.clusters.autoencoder.Autoencoder;
import dev.grassmann.clusters.metrics.Agreement;
import dev.grassmann.core.InputException;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Clustering;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.Device;
import dev.grassmann.engine.LibTorch;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DscNetTest {
  @BeforeAll
  static void start() {
    LibTorch.start(Run.local());
  }

  private static DscNetConfig small(Map<String, ?> changes) {
    DscNetConfig config =
        Options.with(
            DscNetConfig.DEFAULTS,
            Map.of("clusters", 3, "layers", List.of(4), "kernels", List.of(3), "epochs", 150));
    return Options.with(config, changes);
  }

  /** 3 families of 16 images of 8 x 8, each of sums of two pictures of its own. */
  private static float[][] families() {
    SplittableRandom random = new SplittableRandom(5);
    float[][] rows = new float[48][64];
    for (int family = 0; family < 3; family++) {
      double[] basis = random.doubles(128).map(v -> v < 0.6 ? 0 : v).toArray();
      for (int i = family; i < 48; i += 3) {
        double a = random.nextDouble();
        for (int p = 0; p < 64; p++) {
          rows[i][p] = (float) ((a * basis[p] + (1 - a) * basis[64 + p]) / 2);
        }
      }
    }
    return rows;
  }

  @ParameterizedTest
  @EnumSource(Norm.class)
  void familiesOfImagesAreToldApartAndTheSameTwice(Norm norm) {
    Map<String, Object> options =
        Map.of("height", 8, "width", 8, "norm", norm, "small", 0.1, "dimension", 2, "mass", 0.6);
    Vectors images = Vectors.of(families());
    Clustering found = new DscNet().run(images, small(options), Run.seeded(0));
    Clustering again = new DscNet().run(images, small(options), Run.seeded(0));
    int[] truth = new int[48];
    for (int i = 0; i < 48; i++) {
      truth[i] = i % 3;
    }
    double accuracy = Agreement.of(truth, found.labels()).accuracy();
    assertTrue(accuracy > 0.95, "accuracy " + accuracy);
    assertArrayEquals(found.labels(), again.labels());
    assertArrayEquals(found.residuals(), again.residuals());
  }

  /**
   * With C = I nothing is lost between codes; with C = 0 they are lost, and decoded from nothing.
   */
  @Test
  void theJointLossIsItsThreeTermsAtCodesThatAreKnown() {
    DscNetConfig config = small(Map.of("small", 0.7, "written", 3.0, "kernels", List.of()));
    try (Scope scope = Scope.open()) {
      Tensor x = Tensors.of(new SplittableRandom(1).doubles(6 * 5).toArray(), 6, 5);
      Tensor narrow = x.to(torch.ScalarType.Float);
      try (Autoencoder net = config.network().make(narrow, new SplittableRandom(2), Device.CPU)) {
        Tensor code = net.encode(narrow).get(0);
        Tensor eye = torch.eye(6, narrow.options());
        Tensor off = torch.ones_like(eye).fill_diagonal_(new Scalar(0.0));
        double own = Autoencoder.squaredError(narrow, net.decode(code)).item_double();
        double none =
            Autoencoder.squaredError(narrow, net.decode(torch.zeros_like(code))).item_double();
        double size = code.square().sum().item_double();
        assertEquals(own + 0.7 * 6, joint(net, narrow, eye, off, config, code), 1e-4);
        assertEquals(
            none + 3 * size, joint(net, narrow, torch.zeros_like(eye), off, config, code), 1e-4);
        DscNetConfig sparse = Options.with(config, "norm", Norm.L1);
        assertEquals(
            none + 3 * size,
            joint(net, narrow, eye, off, sparse, code),
            1e-4,
            "with the l1 norm no point may write itself");
      }
    }
  }

  private static double joint(
      Autoencoder net, Tensor x, Tensor c, Tensor off, DscNetConfig config, Tensor code) {
    return new DscLearner(net, x, c, off, config).joint(code).item_double();
  }

  @Test
  void aMatrixBeyondTheMemoryAllowedIsRefused() {
    InputException refused =
        assertThrows(
            InputException.class,
            () ->
                new DscNet()
                    .run(Fixture.points("points.csv"), small(Map.of("memory", 1e-5)), Run.local()));
    assertEquals(
        "n=60 needs 0.2 MB for dsc-net, --memory allows 0.0 MB; use --method ssc-omp",
        refused.getMessage());
  }
}
