package dev.grassmann.clusters.mlc;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** What follows each layer. */
public enum Activation {
  RELU,
  ELU;

  Tensor apply(Tensor x) {
    return this == RELU ? x.relu() : torch.elu(x);
  }
}
