package dev.grassmann.engine.layers;

import dev.grassmann.engine.Device;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import dev.grassmann.engine.train.ArrayParameter;
import dev.grassmann.engine.train.Parameter;
import dev.grassmann.engine.train.TensorParameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * The parameters of a network as its layers ask for them, in that order, each under a name of its
 * own. The numbers that they start from come from the run's own generator, not from libtorch's.
 */
public final class ParameterSet implements AutoCloseable {
  private static final double CUT = 2; // deviations that a cut normal number is off at most

  private final SplittableRandom random;
  private final Device device;
  private final List<Parameter> parameters = new ArrayList<>();
  private final List<Tensor> owned = new ArrayList<>();

  public ParameterSet(SplittableRandom random, Device device) {
    this.random = random;
    this.device = device;
  }

  /**
   * Uniform in ±1/√fan-in, weights and biases alike, as libtorch starts its layers.
   *
   * @param fanIn numbers that one output depends on
   */
  public Tensor uniform(String name, int fanIn, long... shape) {
    double bound = 1 / Math.sqrt(fanIn);
    return add(name, () -> (2 * random.nextDouble() - 1) * bound, shape);
  }

  /** Normal around 0, drawn again where it lies more than two deviations off. */
  public Tensor normal(String name, double deviation, long... shape) {
    return add(name, () -> deviation * cut(), shape);
  }

  private double cut() {
    double x = random.nextGaussian();
    while (Math.abs(x) > CUT) {
      x = random.nextGaussian();
    }
    return x;
  }

  /** One number everywhere. */
  public Tensor filled(String name, double value, long... shape) {
    return add(name, () -> value, shape);
  }

  private Tensor add(String name, DoubleSupplier start, long... shape) {
    int count = Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact));
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) start.getAsDouble();
    }
    try (Scope scope = Scope.open()) {
      Tensor tensor = scope.keep(device.place(Tensors.of(numbers, shape)));
      parameters.add(new TensorParameter(name, tensor));
      owned.add(tensor);
      return tensor;
    }
  }

  /** All of them, in the order in which they were asked for. */
  public List<Parameter> parameters() {
    return List.copyOf(parameters);
  }

  /** Numbers in all. */
  public long count() {
    return parameters.stream().mapToLong(Parameter::count).sum();
  }

  /** Copies of all numbers as they are now, under their names and in their order. */
  public List<ArrayParameter> copies() {
    List<ArrayParameter> copies = new ArrayList<>();
    for (int i = 0; i < owned.size(); i++) {
      Parameter own = parameters.get(i);
      copies.add(new ArrayParameter(own.name(), Tensors.floats(owned.get(i)), own.shape()));
    }
    return copies;
  }

  /** Takes the numbers of copies, which may be followed by others. */
  public void take(List<ArrayParameter> copies) {
    try (Scope scope = Scope.open()) {
      for (int i = 0; i < owned.size(); i++) {
        ArrayParameter given = copies.get(i);
        owned.get(i).detach().copy_(Tensors.of(given.values(), given.shape()));
      }
    }
  }

  /**
   * Moves towards another set: p ← keep · p + (1 - keep) · q, outside of autograd. With 0 it
   * becomes a copy.
   *
   * @param other of the same shapes in the same order
   * @param keep in [0, 1]
   */
  public void approach(ParameterSet other, double keep) {
    if (other.owned.size() != owned.size()) {
      throw new IllegalArgumentException(owned.size() + " parameters, " + other.owned.size());
    }
    try (Scope scope = Scope.open()) {
      for (int i = 0; i < owned.size(); i++) {
        owned.get(i).detach().lerp_(other.owned.get(i).detach(), new Scalar(1 - keep));
      }
    }
  }

  @Override
  public void close() {
    owned.forEach(Tensor::close);
  }
}
