package dev.grassmann.engine.train;

import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;

/** Where a parameter lives, and so how an optimiser may move it. */
public sealed interface Geometry permits Geometry.Flat, Geometry.Subspaces {
  /** All numbers are free. */
  Geometry FLAT = new Flat();

  /** Refuses a tensor that cannot live here. */
  void check(String name, Tensor tensor);

  /** All numbers are free. */
  record Flat() implements Geometry {
    @Override
    public void check(String name, Tensor tensor) {}
  }

  /**
   * The rows, k at a time, are orthonormal bases of subspaces: C · k rows of n numbers are C points
   * of the Grassmann manifold Gr(k, n). Moved by {@link RiemannianSgd}.
   *
   * @param k dimension of each subspace, 1 to n
   */
  record Subspaces(int k) implements Geometry {
    @Override
    public void check(String name, Tensor tensor) {
      long[] shape = tensor.shape();
      if (shape.length != 2 || k < 1 || k > shape[1] || shape[0] % k != 0) {
        throw new IllegalArgumentException(
            name + " of shape " + Arrays.toString(shape) + " is no stack of " + k + " rows each");
      }
    }
  }
}
