package dev.grassmann.clusters.lowrank;

import dev.grassmann.clusters.Points;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import java.util.Arrays;
import org.bytedeco.pytorch.StringViewOptional;
import org.bytedeco.pytorch.T_TensorTensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The thin singular value decomposition of the points, X = V S Wᵀ with points as rows: V (n × r)
 * spans what any low-rank code can use.
 */
final class RowSpace implements AutoCloseable {
  /** Singular values below this share of the largest are rounding. */
  private static final double RANK = 1e-10;

  private final Tensor vectors;
  private final double[] values;

  private RowSpace(Tensor vectors, double[] values) {
    this.vectors = vectors;
    this.values = values;
  }

  static RowSpace of(Points points) {
    return of(points, Integer.MAX_VALUE);
  }

  /** Of its leading directions only, {@code most} at most. */
  static RowSpace of(Points points, int most) {
    try (Scope scope = Scope.open()) {
      Tensor x = Tensors.of(points.rows(), points.n(), points.d());
      T_TensorTensorTensor_T svd = torch.linalg_svd(x, false, new StringViewOptional());
      double[] values = Tensors.doubles(svd.get1());
      int rank = 1;
      while (rank < Math.min(most, values.length) && values[rank] > RANK * values[0]) {
        rank++;
      }
      Tensor kept = svd.get0().narrow(1, 0, rank).contiguous();
      return new RowSpace(scope.keep(kept), Arrays.copyOf(values, rank));
    }
  }

  /** V, n × rank float64: this object's own. */
  Tensor vectors() {
    return vectors;
  }

  /** Singular values, descending, above rounding. */
  double[] values() {
    return values.clone();
  }

  int rank() {
    return values.length;
  }

  @Override
  public void close() {
    vectors.close();
  }
}
