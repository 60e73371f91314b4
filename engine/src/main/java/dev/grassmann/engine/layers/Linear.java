package dev.grassmann.engine.layers;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * x Wᵀ + b over the last axis.
 *
 * @param weight out × in
 * @param bias out numbers; null for none
 */
public record Linear(Tensor weight, Tensor bias) {
  /** Starts uniform in ±1/√in, the bias too, as libtorch's does. */
  public static Linear uniform(ParameterSet set, String name, int in, int out) {
    return new Linear(
        set.uniform(name + ".weight", in, out, in), set.uniform(name + ".bias", in, out));
  }

  /** Starts with cut normal numbers and a bias of 0, as transformers do. */
  public static Linear normal(ParameterSet set, String name, int in, int out, double deviation) {
    return new Linear(
        set.normal(name + ".weight", deviation, out, in), set.filled(name + ".bias", 0, out));
  }

  public Tensor apply(Tensor x) {
    return torch.linear(x, weight, bias == null ? new TensorOptional() : new TensorOptional(bias));
  }
}
