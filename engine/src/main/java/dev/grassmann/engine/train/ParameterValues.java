package dev.grassmann.engine.train;

import dev.grassmann.engine.Tensors;
import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;

/** Parameters into a checkpoint and back, in the type that they have. */
final class ParameterValues {
  private ParameterValues() {}

  static void save(Parameter parameter, State state) {
    if (parameter instanceof ArrayParameter array) {
      state.put(array.name(), array.values(), array.shape());
      return;
    }
    Tensor tensor = ((TensorParameter) parameter).tensor();
    if (tensor.element_size() == Double.BYTES) {
      state.put(parameter.name(), Tensors.doubles(tensor), parameter.shape());
    } else {
      state.put(parameter.name(), Tensors.floats(tensor), parameter.shape());
    }
  }

  static void load(Parameter parameter, State state) {
    if (!state.has(parameter.name())) {
      throw new IllegalStateException(parameter.name() + " is not in the checkpoint");
    }
    long[] shape = state.shape(parameter.name());
    if (!Arrays.equals(shape, parameter.shape())) {
      throw new IllegalStateException(
          parameter.name()
              + " has shape "
              + Arrays.toString(parameter.shape())
              + ", in the checkpoint "
              + Arrays.toString(shape));
    }
    if (parameter instanceof ArrayParameter array) {
      state.restore(array.name(), array.values());
      return;
    }
    Tensor tensor = ((TensorParameter) parameter).tensor();
    if (tensor.element_size() == Double.BYTES) {
      TensorValues.restore(tensor, state.doubles(parameter.name()));
    } else {
      TensorValues.restore(tensor, state.floats(parameter.name()));
    }
  }
}
