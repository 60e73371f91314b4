package dev.grassmann.engine.train;

import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * A parameter in a libtorch tensor: float32, row-major, in main memory or on a card, a leaf that
 * requires its gradient.
 */
public final class TensorParameter implements Parameter {
  private final String name;
  private final Tensor tensor;
  private final Geometry geometry;

  /**
   * @param tensor the tensor itself is learnt; it must outlive the training, so it is kept out of
   *     the scopes of single steps
   */
  public TensorParameter(String name, Tensor tensor) {
    this(name, tensor, Geometry.FLAT);
  }

  /**
   * @param geometry where the tensor lives; it decides how it moves
   */
  public TensorParameter(String name, Tensor tensor, Geometry geometry) {
    boolean wide = tensor.scalar_type().value == ScalarType.Double.value;
    boolean narrow = tensor.scalar_type().value == ScalarType.Float.value;
    if (!tensor.is_contiguous() || !(narrow || (wide && geometry != Geometry.FLAT))) {
      throw new IllegalArgumentException(
          name + " is " + tensor.scalar_type() + ", a row-major float32 tensor is needed");
    }
    geometry.check(name, tensor);
    this.name = name;
    this.tensor = tensor;
    this.geometry = geometry;
    tensor.set_requires_grad(true);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long[] shape() {
    return tensor.shape();
  }

  /** The tensor itself. */
  public Tensor tensor() {
    return tensor;
  }

  public Geometry geometry() {
    return geometry;
  }

  @Override
  public void clearGradient() {
    tensor.mutable_grad().reset(); // undefined, so that backward hands its own buffer over
  }

  @Override
  public boolean hasGradient() {
    return tensor.grad().defined();
  }

  @Override
  public FloatCells cells() {
    return FloatCells.of(tensor);
  }

  @Override
  public FloatCells gradientCells() {
    Tensor gradient = tensor.grad();
    if (!Arrays.equals(gradient.shape(), tensor.shape())) {
      throw new IllegalStateException("gradient of " + name + " has another shape");
    }
    return FloatCells.of(gradient.contiguous());
  }
}
