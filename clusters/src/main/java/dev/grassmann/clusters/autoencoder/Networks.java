package dev.grassmann.clusters.autoencoder;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Option;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.engine.Device;
import dev.grassmann.engine.Scope;
import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;

/**
 * Which autoencoder the rows get, as options: convolutions where they are images, else fully
 * connected layers.
 */
public record Networks(
    @Option(help = "height of the images; 0 where rows are no images", min = 0, max = 100_000)
        int height,
    @Option(help = "width of the images", min = 0, max = 100_000) int width,
    @Option(help = "channels after each convolution, or widths of the layers", min = 1)
        List<Integer> layers,
    @Option(help = "kernel of each convolution", min = 2, max = 1_000) List<Integer> kernels) {
  /** Draws at most: inputs that are all 0 make every one of them silent. */
  private static final int MOST = 100;

  /**
   * @param d numbers a row
   * @throws InputException where a row is no whole number of channels, and where layers and kernels
   *     differ in number
   */
  public void check(int d) {
    if (layers.isEmpty()) {
      throw new InputException("names no layer", "--layers", "give one number a layer, e.g. 3,3,5");
    }
    if (height == 0) {
      return;
    }
    if (width == 0 || d % (height * width) != 0) {
      throw new InputException(
          "rows of " + d + " numbers are no images of " + height + " x " + width,
          "--height",
          "give the height and width of the images, or --height 0 where rows are no images");
    }
    if (kernels.size() != layers.size()) {
      throw new InputException(
          kernels.size() + " for " + layers.size() + " layers",
          "--kernels",
          "give one kernel a layer");
    }
  }

  /**
   * An autoencoder of these rows. Where the decoder ends in one channel, every third draw of its
   * weights or so gives 0 everywhere: under a ReLU that has no slope, and no pre-training would
   * ever move it. Such a draw is thrown away.
   *
   * @param x n × d in [0, 1]
   */
  public Autoencoder make(Tensor x, SplittableRandom random, Device device) {
    int d = (int) x.size(1);
    for (int draw = 1; ; draw++) {
      Autoencoder drawn = draw(d, random, device);
      if (draw == MOST || speaks(drawn, x)) {
        return drawn;
      }
      drawn.close();
    }
  }

  private static boolean speaks(Autoencoder autoencoder, Tensor x) {
    try (Scope scope = Scope.open()) {
      List<Tensor> layers = autoencoder.encode(x);
      return autoencoder.decode(layers.get(layers.size() - 1)).max().item_double() > 0;
    }
  }

  private Autoencoder draw(int d, SplittableRandom random, Device device) {
    return height == 0
        ? new DenseAutoencoder(d, layers, random, device)
        : new ConvAutoencoder(d / (height * width), height, width, layers, kernels, random, device);
  }

  /**
   * All numbers as they are where they lie in [0, 1], else moved and scaled there, the same for
   * all: ReLU at the end of the decoder makes no others.
   */
  public static float[] inUnitRange(Vectors vectors) {
    float[] numbers = vectors.toArray();
    float least = 0;
    float most = 1;
    for (float number : numbers) {
      least = Math.min(least, number);
      most = Math.max(most, number);
    }
    if (least < 0 || most > 1) {
      float scale = 1 / (most - least);
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = (numbers[i] - least) * scale;
      }
    }
    return numbers;
  }
}
