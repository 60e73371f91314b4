package dev.grassmann.engine.train;

import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import org.bytedeco.pytorch.Tensor;

/** Overwrites tensors wherever they are. */
final class TensorValues {
  private TensorValues() {}

  static void restore(Tensor target, float[] numbers) {
    try (Scope scope = Scope.open()) {
      target.detach().copy_(Tensors.of(numbers, target.shape()));
    }
  }

  static void restore(Tensor target, double[] numbers) {
    try (Scope scope = Scope.open()) {
      target.detach().copy_(Tensors.of(numbers, target.shape()));
    }
  }
}
