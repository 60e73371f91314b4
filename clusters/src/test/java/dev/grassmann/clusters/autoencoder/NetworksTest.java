package dev.grassmann.clusters.autoencoder;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.run.Run;
import dev.grassmann.engine.Device;
import dev.grassmann.engine.LibTorch;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NetworksTest {
  private static final Networks SMALL = new Networks(8, 8, List.of(3, 3, 5), List.of(3, 3, 3));

  @BeforeAll
  static void start() {
    LibTorch.start(Run.local());
  }

  @Test
  void everyDrawIsOneThatPreTrainingCanMove() {
    float[] pixels = new float[20 * 64];
    SplittableRandom random = new SplittableRandom(1);
    for (int p = 0; p < pixels.length; p++) {
      pixels[p] = (float) random.nextDouble();
    }
    int silent = 0;
    try (Scope scope = Scope.open()) {
      Tensor x = Tensors.of(pixels, 20, 64);
      for (int seed = 0; seed < 12; seed++) {
        try (Autoencoder plain =
                new ConvAutoencoder(
                    1, 8, 8, SMALL.layers(), SMALL.kernels(), generator(seed), Device.CPU);
            Autoencoder made = SMALL.make(x, generator(seed), Device.CPU)) {
          silent += brightest(plain, x) == 0 ? 1 : 0;
          assertTrue(brightest(made, x) > 0, "seed " + seed);
        }
      }
    }
    assertTrue(silent > 0, "no draw was silent, so that this test says nothing");
  }

  private static SplittableRandom generator(int seed) {
    return new SplittableRandom(seed);
  }

  private static double brightest(Autoencoder autoencoder, Tensor x) {
    List<Tensor> layers = autoencoder.encode(x);
    return autoencoder.decode(layers.get(layers.size() - 1)).max().item_double();
  }
}
