package dev.grassmann.clusters.autoencoder;

import dev.grassmann.engine.Device;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import dev.grassmann.engine.train.Parameter;
import dev.grassmann.engine.train.TensorParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;

/**
 * Parameters as they are made: uniform in ±1/√fan-in, weights and biases alike, as libtorch starts
 * its layers; the numbers come from the run's own generator.
 */
final class Weights implements AutoCloseable {
  private final SplittableRandom random;
  private final Device device;
  private final List<Parameter> parameters = new ArrayList<>();
  private final List<Tensor> owned = new ArrayList<>();

  Weights(SplittableRandom random, Device device) {
    this.random = random;
    this.device = device;
  }

  /**
   * @param fanIn numbers that one output depends on
   */
  Tensor add(String name, int fanIn, long... shape) {
    long count = 1;
    for (long axis : shape) {
      count = Math.multiplyExact(count, axis);
    }
    float[] numbers = new float[Math.toIntExact(count)];
    double bound = 1 / Math.sqrt(fanIn);
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) ((2 * random.nextDouble() - 1) * bound);
    }
    try (Scope scope = Scope.open()) {
      Tensor tensor = scope.keep(device.place(Tensors.of(numbers, shape)));
      parameters.add(new TensorParameter(name, tensor));
      owned.add(tensor);
      return tensor;
    }
  }

  List<Parameter> parameters() {
    return List.copyOf(parameters);
  }

  @Override
  public void close() {
    owned.forEach(Tensor::close);
  }
}
