package dev.grassmann.engine.linalg;

import dev.grassmann.engine.Device;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.openblas.global.openblas;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Products of a matrix with itself. Only one triangle is computed (BLAS {@code dsyrk}), which
 * libtorch's own product, for any two matrices, cannot know: two thirds of its time.
 */
public final class Gram {
  private Gram() {}

  /**
   * XᵀX in float64, d × d, row-major and exactly symmetric.
   *
   * @param x n × d, of any real type, on any device
   */
  public static double[] of(Tensor x) {
    int n = Math.toIntExact(x.size(0));
    int d = Math.toIntExact(x.size(1));
    double[] gram = new double[Math.multiplyExact(d, d)];
    if (n == 0) {
      return gram;
    }
    try (Scope scope = Scope.open()) {
      Tensor rows = x.detach().to(ScalarType.Double);
      if (rows.is_cuda()) {
        return Tensors.doubles(rows.t().matmul(rows));
      }
      DoublePointer numbers = new DoublePointer(Device.CPU.place(rows).contiguous().data_ptr());
      DoublePointer upper = new DoublePointer((long) d * d);
      openblas.cblas_dsyrk(
          openblas.CblasRowMajor,
          openblas.CblasUpper,
          openblas.CblasTrans,
          d,
          n,
          1,
          numbers,
          d,
          0,
          upper,
          d);
      upper.get(gram);
    }
    mirror(gram, d);
    return gram;
  }

  /** Copies the upper triangle below the diagonal, tile by tile so that both stay in cache. */
  private static void mirror(double[] matrix, int d) {
    int tile = 32;
    for (int rows = 0; rows < d; rows += tile) {
      for (int columns = rows; columns < d; columns += tile) {
        for (int i = rows; i < Math.min(d, rows + tile); i++) {
          for (int j = Math.max(columns, i + 1); j < Math.min(d, columns + tile); j++) {
            matrix[j * d + i] = matrix[i * d + j];
          }
        }
      }
    }
  }
}
