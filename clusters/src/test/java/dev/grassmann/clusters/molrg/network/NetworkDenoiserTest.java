package dev.grassmann.clusters.molrg.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.clusters.Fixture;
import dev.grassmann.clusters.molrg.Denoiser;
import dev.grassmann.clusters.molrg.Schedule;
import dev.grassmann.clusters.molrg.TrainingOptions;
import dev.grassmann.clusters.molrg.Weighting;
import dev.grassmann.core.InputException;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Images;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.engine.Device;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NetworkDenoiserTest {
  private static final List<Architecture> SHAPES =
      List.of(new Architecture.Dense(8, 16, 2), new Architecture.Unet(2, 4, 4, List.of(6, 8)));

  private static double[] random(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] numbers = new double[count];
    Arrays.setAll(numbers, i -> random.nextGaussian());
    return numbers;
  }

  /** n × n by differences of predictions. */
  private static double[] differences(Denoiser denoiser, double[] x, double sigma) {
    int n = denoiser.n();
    double h = 1e-2;
    double[] jacobian = new double[n * n];
    for (int j = 0; j < n; j++) {
      double[] up = x.clone();
      double[] down = x.clone();
      up[j] += h;
      down[j] -= h;
      double[] high = denoiser.predict(up, 1, sigma);
      double[] low = denoiser.predict(down, 1, sigma);
      for (int i = 0; i < n; i++) {
        jacobian[i * n + j] = (high[i] - low[i]) / (2 * h);
      }
    }
    return jacobian;
  }

  @Test
  void productsWithTheJacobianAreThoseOfDifferences() {
    for (Architecture shape : SHAPES) {
      try (NetworkDenoiser denoiser = new NetworkDenoiser(shape, 0.5, Run.local())) {
        int n = shape.n();
        double[] x = random(n, 1);
        double[] j = differences(denoiser, x, 0.8);
        assertArrayEquals(j, denoiser.jacobian(x, 0.8), 2e-3);
        double[] v = random(3 * n, 2);
        double[] forward = denoiser.forward(x, 0.8, v, 3);
        double[] backward = denoiser.backward(x, 0.8, v, 3);
        for (int r = 0; r < 3; r++) {
          for (int i = 0; i < n; i++) {
            double along = 0;
            double back = 0;
            for (int c = 0; c < n; c++) {
              along += j[i * n + c] * v[r * n + c];
              back += j[c * n + i] * v[r * n + c];
            }
            assertEquals(along, forward[r * n + i], 1e-2);
            assertEquals(back, backward[r * n + i], 1e-2);
          }
        }
      }
    }
  }

  @Test
  void rowsDoNotSeeEachOther() {
    for (Architecture shape : SHAPES) {
      try (NetworkDenoiser denoiser = new NetworkDenoiser(shape, 0.5, Run.local())) {
        int n = shape.n();
        double[] rows = random(300 * n, 3); // more than one pass holds
        double[] all = denoiser.predict(rows, 300, 1.5);
        double[] last = denoiser.predict(Arrays.copyOfRange(rows, 299 * n, 300 * n), 1, 1.5);
        assertArrayEquals(last, Arrays.copyOfRange(all, 299 * n, 300 * n), 1e-5);
      }
    }
  }

  @Test
  void atNoNoiseThePreconditioningGivesThePointItself() {
    try (NetworkDenoiser denoiser = new NetworkDenoiser(SHAPES.get(0), 0.5, Run.local())) {
      double[] x = random(8, 4);
      assertArrayEquals(x, denoiser.predict(x, 1, 1e-4), 1e-3);
    }
  }

  @Test
  void trainingLowersTheLossAndWhatIsSavedPredictsTheSame(@TempDir Path folder) {
    Vectors points = Vectors.of(narrow(random(64 * 8, 5)), 64, 8);
    DenoiserConfig config =
        Options.with(
            DenoiserConfig.DEFAULTS,
            Map.of("width", 32, "layers", 2, "steps", 400, "batch", 64, "halfLife", 2000L));
    DenoiserTraining trained = new TrainDense().run(points, config, Run.local());
    try (NetworkDenoiser denoiser = trained.denoiser()) {
      double first = trained.log().lines().get(0).loss();
      assertTrue(trained.loss() < 0.9 * first, first + " to " + trained.loss());
      trained.save(RunFolder.at(folder));
      assertEquals(trained.scale(), NetworkDenoiser.scale(folder));
      assertEquals(0.5, trained.scale() * deviation(points), 1e-6);
      double[] x = random(16, 6);
      try (NetworkDenoiser read = NetworkDenoiser.load(folder, Run.seeded(9))) {
        assertArrayEquals(denoiser.predict(x, 2, 0.3), read.predict(x, 2, 0.3));
      }
    }
  }

  private static float[] narrow(double[] numbers) {
    float[] narrow = new float[numbers.length];
    for (int i = 0; i < narrow.length; i++) {
      narrow[i] = (float) numbers[i];
    }
    return narrow;
  }

  private static double deviation(Vectors points) {
    double sum = 0;
    for (float x : points.toArray()) {
      sum += (double) x * x;
    }
    return Math.sqrt(sum / points.n() / points.d());
  }

  @Test
  void imagesAreDenoisedByTheUnet() {
    Vectors pixels = Vectors.of(narrow(random(32 * 32, 7)), 32, 32);
    Images images = new Images(pixels, 2, 4, 4, Optional.empty());
    UnetConfig config =
        Options.with(
            UnetConfig.DEFAULTS, Map.of("channels", List.of(8, 8), "steps", 60, "batch", 32));
    DenoiserTraining trained = new TrainUnet().run(images, config, Run.local());
    try (NetworkDenoiser denoiser = trained.denoiser()) {
      assertTrue(trained.loss() < trained.log().lines().get(0).loss());
      assertEquals(32, denoiser.n());
    }
  }

  @Test
  void fewPointsAreRepeatedUntilTheyFillABatch() {
    TrainingOptions options = new TrainingOptions(1, 10, 1e-3, Weighting.UNIFORM, Schedule.VP, 0.5);
    Vectors filled = options.filled(Vectors.of(new float[] {1, 2, 3, 4}, 4, 1));
    assertArrayEquals(new float[] {1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4}, filled.toArray());
    assertEquals(12, filled.n());
  }

  @ParameterizedTest
  @EnumSource(Prediction.class)
  void aTorchScriptOfEachKindDenoisesAsItsFormulaSays(Prediction kind, @TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("script.pt");
    String name = "script-" + kind.name().toLowerCase(java.util.Locale.ROOT) + ".pt";
    Files.copy(Fixture.class.getResourceAsStream(name), file);
    try (ScriptDenoiser denoiser = script(file, kind, Schedule.VP)) {
      double[] x = random(24, 8);
      double sigma = 1.7;
      // of a standard normal x0, the posterior mean is x / (1 + sigma²) and so is the Jacobian
      double[] expected = Arrays.stream(x).map(v -> v / (1 + sigma * sigma)).toArray();
      assertArrayEquals(expected, denoiser.predict(x, 2, sigma), 1e-5);
      double[] v = random(12, 9);
      double[] along = Arrays.stream(v).map(w -> w / (1 + sigma * sigma)).toArray();
      assertArrayEquals(along, denoiser.forward(Arrays.copyOf(x, 12), sigma, v, 1), 1e-5);
      assertArrayEquals(along, denoiser.backward(Arrays.copyOf(x, 12), sigma, v, 1), 1e-5);
    }
  }

  private static ScriptDenoiser script(Path file, Prediction kind, Schedule schedule) {
    return new ScriptDenoiser(
        file, List.of(3, 2, 2), schedule, kind, Conditioning.SIGMA, Device.CPU);
  }

  @Test
  void whatIsNoTorchScriptIsRefused(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("model.pt");
    Files.writeString(file, "nothing");
    InputException refusal =
        assertThrows(InputException.class, () -> script(file, Prediction.EPS, Schedule.VP));
    assertEquals(
        file
            + ": cannot be read as TorchScript; save the network by torch.jit.script or"
            + " torch.jit.trace",
        refusal.getMessage());
    InputException velocity =
        assertThrows(InputException.class, () -> script(file, Prediction.V, Schedule.EDM));
    assertEquals(
        "--prediction: is v under a schedule whose signal stays 1; give --schedule vp or cosine,"
            + " where s² + gamma² = 1",
        velocity.getMessage());
  }

  @Test
  void imagesThatCannotBeHalvedAreRefused() {
    InputException refusal =
        assertThrows(InputException.class, () -> new Architecture.Unet(1, 6, 6, List.of(4, 4, 4)));
    assertEquals(
        "--channels: 6 x 6 pixels cannot be halved 2 times; give fewer numbers, or images of other"
            + " sides",
        refusal.getMessage());
  }
}
