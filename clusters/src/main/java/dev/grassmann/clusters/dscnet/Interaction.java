package dev.grassmann.clusters.dscnet;

import dev.grassmann.clusters.spectral.DenseAffinity;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import java.util.Arrays;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The graph of DSC-Net's coefficients: of each point the strongest that hold a share of its l1
 * norm, made symmetric, at rank d K + 1, and the cosines between the rows of U S^1/2, negative ones
 * made 0, to a power.
 *
 * @param rank d K + 1
 * @param mass share of the l1 norm, above 0, at most 1
 */
record Interaction(int rank, double mass, int power) {
  /**
   * @param c n × n: row i holds what point i is written with
   */
  DenseAffinity graph(float[] c, int n) {
    try (Scope scope = Scope.open()) {
      Tensor kept = Tensors.of(strongest(c, n), n, n);
      Tensor both = kept.add(kept.t()).mul_(new Scalar(0.5));
      T_TensorTensor_T pairs = torch.linalg_eigh(both);
      double[] values = Tensors.doubles(pairs.get0());
      int[] order = largest(values);
      double[] root =
          Arrays.stream(order).mapToDouble(i -> Math.sqrt(Math.abs(values[i]))).toArray();
      Tensor m = pairs.get1().index_select(1, Tensors.of(order)).mul(Tensors.of(root, 1, rank));
      double[] length = Tensors.doubles(m.square().sum(1).sqrt_());
      for (int i = 0; i < n; i++) {
        length[i] = length[i] > 0 ? 1 / length[i] : 0; // a point without a code has no edge
      }
      Tensor rows = m.mul(Tensors.of(length, n, 1));
      Tensor cosines = rows.matmul(rows.t()).clamp_min_(new Scalar(0.0));
      return DenseAffinity.of(scope.keep(cosines.pow_(new Scalar((double) power))));
    }
  }

  /** Singular values of a symmetric matrix are its eigenvalues' magnitudes. */
  private int[] largest(double[] values) {
    int low = 0;
    int high = values.length - 1; // eigenvalues ascend: the largest magnitudes are at the ends
    int[] order = new int[rank];
    for (int k = 0; k < rank; k++) {
      order[k] = Math.abs(values[low]) > Math.abs(values[high]) ? low++ : high--;
    }
    return order;
  }

  /** C with all but the strongest entries of each row at 0. */
  double[] strongest(float[] c, int n) {
    double[] kept = new double[n * n];
    float[] size = new float[n];
    for (int i = 0; i < n; i++) {
      double whole = 0;
      for (int j = 0; j < n; j++) {
        size[j] = Math.abs(c[i * n + j]);
        whole += size[j];
      }
      Arrays.sort(size);
      int least = n - 1;
      for (double held = size[least]; held <= mass * whole && least > 0; held += size[least]) {
        least--;
      }
      for (int j = 0; j < n; j++) {
        float entry = c[i * n + j];
        kept[i * n + j] = Math.abs(entry) >= size[least] ? entry : 0;
      }
    }
    return kept;
  }
}
