package dev.grassmann.engine.layers;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * Mean 0 and variance 1 over the last axis, then a gain and an offset (Ba, Kiros, Hinton 2016).
 *
 * @param gain d numbers, 1 at the start
 * @param offset d numbers, 0 at the start
 * @param epsilon added to the variance
 */
public record LayerNorm(Tensor gain, Tensor offset, double epsilon) {
  public static LayerNorm of(ParameterSet set, String name, int d, double epsilon) {
    return new LayerNorm(
        set.filled(name + ".weight", 1, d), set.filled(name + ".bias", 0, d), epsilon);
  }

  public Tensor apply(Tensor x) {
    return torch.layer_norm(
        x,
        new long[] {gain.numel()},
        new TensorOptional(gain),
        new TensorOptional(offset),
        epsilon,
        false);
  }
}
