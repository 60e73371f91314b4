package dev.grassmann.clusters.franca;

import dev.grassmann.core.run.Permutation;
import dev.grassmann.engine.Device;
import dev.grassmann.engine.Tensors;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;

/** Makes the crops and masks of a step. */
final class ViewMaker {
  private final Crops crops;
  private final Masks masks;
  private final CropOptions options;
  private final int largeSize;
  private final int smallSize;

  /**
   * @param largeSize side of the large crops, likewise small; multiples of the patch
   */
  ViewMaker(Crops crops, int patch, int largeSize, int smallSize) {
    this.crops = crops;
    this.options = crops.options();
    this.largeSize = largeSize;
    this.smallSize = smallSize;
    this.masks = new Masks(largeSize / patch, largeSize / patch, options.mask());
  }

  int largeSize() {
    return largeSize;
  }

  int smallSize() {
    return smallSize;
  }

  /**
   * Views of n images.
   *
   * @param large 2 n × numbers: all first crops, then all second ones
   * @param small (crops · n) × numbers, likewise; null for none
   * @param mask 2 n × patches, 1 where hidden; null where nothing is
   * @param hidden which of all patches of the large crops are hidden; null where nothing is
   * @param weights of these: 1 / (hidden patches of the crop)
   */
  record Views(Tensor large, Tensor small, Tensor mask, Tensor hidden, Tensor weights) {
    boolean anyHidden() {
      return hidden != null;
    }
  }

  Views of(float[] images, int n, SplittableRandom random, Device device) {
    Tensor large = cut(images, n, 2, largeSize, options.globalScale(), 1, random, device);
    Tensor small =
        options.localCrops() == 0
            ? null
            : cut(
                images,
                n,
                options.localCrops(),
                smallSize,
                options.localScale(),
                options.globalScale(),
                random,
                device);
    int patches = masks.rows() * masks.columns();
    int masked = (int) Math.round(options.masked() * 2 * n);
    float[] mask = new float[2 * n * patches];
    int[] which = new int[mask.length];
    float[] weights = new float[mask.length];
    int hidden = 0;
    int[] order = Permutation.of(2 * n, random);
    double stratum = (options.mostMasked() - options.leastMasked()) / Math.max(1, masked);
    for (int m = 0; m < masked; m++) {
      double ratio = options.leastMasked() + stratum * (m + random.nextDouble());
      boolean[] drawn = masks.draw(ratio, random);
      int count = 0;
      for (boolean h : drawn) {
        count += h ? 1 : 0;
      }
      for (int p = 0; p < patches; p++) {
        if (drawn[p]) {
          mask[order[m] * patches + p] = 1;
          which[hidden] = order[m] * patches + p;
          weights[hidden++] = 1f / count;
        }
      }
    }
    if (hidden == 0) {
      return new Views(large, small, null, null, null);
    }
    return new Views(
        large,
        small,
        device.place(Tensors.of(mask, 2L * n, patches)),
        device.place(Tensors.of(Arrays.copyOf(which, hidden))),
        device.place(Tensors.of(weights, hidden)));
  }

  private Tensor cut(
      float[] images,
      int n,
      int each,
      int size,
      double least,
      double most,
      SplittableRandom random,
      Device device) {
    int numbers = images.length / n;
    int view = crops.channels() * size * size;
    float[] all = new float[each * n * view];
    for (int c = 0; c < each; c++) {
      for (int i = 0; i < n; i++) {
        float[] image = Arrays.copyOfRange(images, i * numbers, (i + 1) * numbers);
        crops.cut(image, least, most, size, random, all, (c * n + i) * view);
      }
    }
    return device.place(Tensors.of(all, (long) each * n, view));
  }
}
