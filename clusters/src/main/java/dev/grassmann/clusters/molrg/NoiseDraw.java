package dev.grassmann.clusters.molrg;

import dev.grassmann.engine.Device;
import dev.grassmann.engine.Tensors;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Noise for the rows of one training step.
 *
 * @param sigma noise level of each row, rows × 1
 * @param weight of each row in the loss, rows
 * @param unit standard normal, rows × n
 */
record NoiseDraw(Tensor sigma, Tensor weight, Tensor unit) {
  /** Fresh levels and noise, from libtorch's generator as it stands. */
  static NoiseDraw fresh(Tensor x, TrainingOptions options, Device device) {
    int rows = (int) x.size(0);
    float[] sigma =
        options.levels(Tensors.floats(torch.rand(rows)), Tensors.floats(torch.randn(rows)));
    return new NoiseDraw(
        device.place(Tensors.of(sigma, rows, 1)),
        device.place(Tensors.of(options.weights(sigma), rows)),
        device.place(torch.randn(rows, x.size(1))));
  }
}
