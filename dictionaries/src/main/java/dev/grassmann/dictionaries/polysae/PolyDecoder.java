package dev.grassmann.dictionaries.polysae;

import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.dictionaries.ActiveCodes;
import dev.grassmann.dictionaries.SparseDecoder;
import dev.grassmann.engine.RowRanges;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import dev.grassmann.engine.kernel.Kernel;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * The polynomial decoder on batches and its exact gradient. U is only ever gathered by the rows
 * that codes name: O(B k R_1); the rest are products of B × R matrices with d × R ones.
 */
final class PolyDecoder {
  private static final Kernel KERNEL = Kernel.best();
  private static final int ROWS = 32;
  private static final int COLUMNS = 64;

  private final PolyWeights weights;

  PolyDecoder(PolyWeights weights) {
    this.weights = weights;
  }

  /**
   * Reconstructs.
   *
   * @param bias d numbers; null for none
   * @param order terms up to this power, 1 to the weights'
   * @return rows × d
   */
  float[] decode(ActiveCodes codes, float[] bias, int order) {
    int d = weights.d();
    float[] out = new float[codes.rows() * d];
    float[] projected = project(codes);
    Scope.run(
        () -> {
          Tensor a = Tensors.of(projected, codes.rows(), weights.rank(1));
          Tensor sum = null;
          for (int o = 1; o <= order; o++) {
            Tensor term = power(a, o).matmul(mix(o).t()).mul(new Scalar(weights.lambda(o)));
            sum = sum == null ? term : sum.add(term);
          }
          Tensors.copy(sum, out, 0);
        });
    if (bias != null) {
      for (int i = 0; i < out.length; i++) {
        out[i] += bias[i % d];
      }
    }
    return out;
  }

  /** Reconstructs one row without a call of libtorch. */
  void decodeRow(SparseCodes codes, int row, float[] bias, float[] out, int at) {
    int rank = weights.rank(1);
    float[] a = new float[rank];
    for (int e = codes.start(row); e < codes.start(row + 1); e++) {
      KERNEL.axpy(codes.value(e), weights.projection(), codes.latent(e) * rank, a, 0, rank);
    }
    System.arraycopy(bias, 0, out, at, weights.d());
    float[] power = a.clone();
    for (int o = 1; o <= weights.order(); o++) {
      int columns = weights.rank(o);
      for (int r = 0; r < columns && o > 1; r++) {
        power[r] *= a[r];
      }
      for (int c = 0; c < weights.d(); c++) {
        float term = KERNEL.dot(weights.mixes()[o - 1], c * columns, power, 0, columns);
        out[at + c] += (float) (weights.lambda(o) * term);
      }
    }
  }

  /** a = z U, rows × R_1. */
  private float[] project(ActiveCodes codes) {
    float[] projected = new float[codes.rows() * weights.rank(1)];
    SparseDecoder.decode(codes, weights.projection(), null, weights.rank(1), projected);
    return projected;
  }

  private Tensor mix(int order) {
    return Tensors.of(weights.mixes()[order - 1], weights.d(), weights.rank(order));
  }

  /** The first R columns of a, to a power. */
  private Tensor power(Tensor a, int order) {
    Tensor first = a.narrow(1, 0, weights.rank(order));
    return order == 1 ? first : first.pow(new Scalar(order));
  }

  /**
   * Gradients of what was decoded.
   *
   * @param gradient rows × d, with respect to the output
   * @param order as it was decoded with
   * @param into is added to, but for the projection's
   * @return rows × R_1: with respect to a
   */
  float[] toProjected(ActiveCodes codes, float[] gradient, int order, PolyWeights into) {
    int rows = codes.rows();
    int rank = weights.rank(1);
    float[] toProjected = new float[rows * rank];
    float[] projected = project(codes);
    Scope.run(
        () -> {
          Tensor a = Tensors.of(projected, rows, rank);
          Tensor g = Tensors.of(gradient, rows, weights.d());
          Tensor sum = g.matmul(mix(1));
          add(g.t().matmul(a), into.mixes()[0]);
          for (int o = 2; o <= order; o++) {
            Tensor power = power(a, o);
            Tensor toPower = g.matmul(mix(o));
            add(g.t().matmul(power).mul(new Scalar(weights.lambda(o))), into.mixes()[o - 1]);
            into.lambdas()[o - 2] += (float) toPower.mul(power).sum().item_double();
            // d a^o / da = o a^(o-1), on the first R_o columns
            Tensor slope = a.narrow(1, 0, weights.rank(o));
            slope = o == 2 ? slope : slope.mul(slope);
            sum.narrow(1, 0, weights.rank(o))
                .add_(toPower.mul(slope).mul(new Scalar(o * weights.lambda(o))));
          }
          Tensors.copy(sum, toProjected, 0);
        });
    return toProjected;
  }

  private static void add(Tensor gradient, float[] into) {
    float[] numbers = Tensors.floats(gradient);
    for (int i = 0; i < numbers.length; i++) {
      into[i] += numbers[i];
    }
  }

  /** ⟨da, u⟩ of each entry: the gradient with respect to its code. */
  float[] toCodes(ActiveCodes codes, float[] toProjected) {
    int rank = weights.rank(1);
    float[] toCodes = new float[codes.entries()];
    RowRanges.forEach(
        codes.rows(),
        ROWS,
        (from, to) -> {
          for (int b = from; b < to; b++) {
            for (int e = codes.start()[b]; e < codes.start()[b + 1]; e++) {
              int u = codes.latent()[e] * rank;
              toCodes[e] = KERNEL.dot(toProjected, b * rank, weights.projection(), u, rank);
            }
          }
        });
    return toCodes;
  }

  /** Adds z da of each entry to the gradient of its row of U. */
  void toProjection(ActiveCodes codes, float[] toProjected, float[] into) {
    int rank = weights.rank(1);
    RowRanges.forEach( // by columns: no two threads meet in a row of U
        rank,
        COLUMNS,
        (lo, hi) -> {
          for (int b = 0; b < codes.rows(); b++) {
            for (int e = codes.start()[b]; e < codes.start()[b + 1]; e++) {
              int u = codes.latent()[e] * rank;
              KERNEL.axpy(codes.value()[e], toProjected, b * rank + lo, into, u + lo, hi - lo);
            }
          }
        });
  }
}
