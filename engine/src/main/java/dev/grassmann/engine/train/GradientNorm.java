package dev.grassmann.engine.train;

import dev.grassmann.engine.Scope;
import dev.grassmann.engine.kernel.Kernel;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/** The norm of the whole gradient, over all parameters. */
final class GradientNorm {
  private static final Kernel KERNEL = Kernel.best();

  /** Squares that are added in float32 before they go to a float64 sum. */
  private static final int STRETCH = 1024;

  private GradientNorm() {}

  /** What gradients must be multiplied by, so that their norm is at most the bound; 0 for none. */
  static double clip(List<Parameter> parameters, double bound) {
    if (bound == 0) {
      return 1;
    }
    double square = 0;
    for (Parameter parameter : parameters) {
      if (parameter.hasGradient()) {
        square += square(parameter);
      }
    }
    return Math.min(1, bound / (Math.sqrt(square) + 1e-6)); // as libtorch guards it
  }

  private static double square(Parameter parameter) {
    if (parameter instanceof TensorParameter tensor && !onHost(tensor)) {
      try (Scope scope = Scope.open()) {
        double norm = tensor.tensor().grad().norm().item_double();
        return norm * norm;
      }
    }
    FloatCells gradient = parameter.gradientCells();
    double[] parts = new double[Chunks.count(parameter.count())];
    Chunks.forEach(
        parameter.count(),
        (number, from, count, g, unused) -> {
          gradient.read(from, g, count);
          double sum = 0;
          for (int i = 0; i < count; i += STRETCH) {
            sum += KERNEL.dot(g, i, g, i, Math.min(STRETCH, count - i));
          }
          parts[number] = sum; // added up in order below, whatever the threads did
        });
    double square = 0;
    for (double part : parts) {
      square += part;
    }
    return square;
  }

  private static boolean onHost(TensorParameter parameter) {
    Tensor tensor = parameter.tensor();
    return !tensor.is_cuda() && tensor.element_size() == Float.BYTES;
  }
}
