package dev.grassmann.clusters.lowrank;

import dev.grassmann.clusters.spectral.DenseAffinity;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import java.util.Arrays;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The graph of low-rank codes Z = U S Wᵀ: rows of M = U S^1/2 scaled to length 1, and their inner
 * products to the power 2a (Liu and others 2013, section 5.1), which tells weak ties from strong.
 */
final class Cosines {
  /** Singular values of the codes below this share of the largest are rounding. */
  private static final double RANK = 1e-6;

  private Cosines() {}

  /**
   * @param q r × n, with Z = V Q
   */
  static DenseAffinity of(RowSpace space, Tensor q, int power) {
    try (Scope scope = Scope.open()) {
      T_TensorTensor_T pairs = torch.linalg_eigh(q.matmul(q.t())); // squares of S, ascending
      double[] squares = Tensors.doubles(pairs.get0());
      double largest = squares[squares.length - 1];
      int zeros = 0;
      while (zeros < squares.length - 1 && squares[zeros] <= RANK * RANK * largest) {
        zeros++;
      }
      int kept = squares.length - zeros;
      double[] root = Arrays.copyOfRange(squares, zeros, squares.length);
      Arrays.setAll(root, i -> Math.pow(Math.max(0, root[i]), 0.25));
      Tensor m = space.vectors().matmul(pairs.get1().narrow(1, zeros, kept));
      return DenseAffinity.of(scope.keep(graph(m.mul_(Tensors.of(root, 1, kept)), power)));
    }
  }

  /**
   * The same for a symmetric Z = M Mᵀ.
   *
   * @param m n × r: V for Z = V Vᵀ, or its shrunk directions
   */
  static DenseAffinity ofSymmetric(Tensor m, int power) {
    try (Scope scope = Scope.open()) {
      return DenseAffinity.of(scope.keep(graph(m, power)));
    }
  }

  private static Tensor graph(Tensor m, int power) {
    double[] norm = Tensors.doubles(m.square().sum(1).sqrt_());
    for (int i = 0; i < norm.length; i++) {
      norm[i] = norm[i] > 0 ? 1 / norm[i] : 0; // a point without a code has no edge
    }
    Tensor rows = m.mul(Tensors.of(norm, norm.length, 1));
    return rows.matmul(rows.t()).pow_(new Scalar(2.0 * power));
  }
}
