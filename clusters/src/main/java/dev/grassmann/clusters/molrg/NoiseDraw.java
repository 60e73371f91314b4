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
public record NoiseDraw(Tensor sigma, Tensor weight, Tensor unit) {
  /** Fresh levels and noise, from libtorch's generator as it stands. */
  public static NoiseDraw fresh(
      Tensor x, Weighting weighting, Schedule schedule, double sigmaData, Device device) {
    int rows = (int) x.size(0);
    float[] uniform = Tensors.floats(torch.rand(rows));
    float[] gaussian = Tensors.floats(torch.randn(rows));
    float[] sigma = new float[rows];
    float[] weight = new float[rows];
    for (int i = 0; i < rows; i++) {
      double level = weighting.sigma(uniform[i], gaussian[i], schedule);
      sigma[i] = (float) level;
      weight[i] = (float) weighting.weight(level, sigmaData);
    }
    return new NoiseDraw(
        device.place(Tensors.of(sigma, rows, 1)),
        device.place(Tensors.of(weight, rows)),
        device.place(torch.randn(rows, x.size(1))));
  }
}
