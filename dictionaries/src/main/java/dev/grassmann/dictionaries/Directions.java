package dev.grassmann.dictionaries;

import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The directions W that many rows x are multiplied with, plus an offset: x Wᵀ + b, by libtorch.
 * Open one in a try statement around the loop over batches: the directions are handed over once.
 * Belongs to the thread that opened it.
 */
public final class Directions implements AutoCloseable {
  private final Scope scope;
  private final int d;
  private final Tensor transposed;
  private final Tensor offset;

  /**
   * @param directions p × d
   * @param offset p numbers; null for none
   */
  public Directions(float[] directions, int p, int d, float[] offset) {
    this.scope = Scope.open();
    this.d = d;
    this.transposed = Tensors.of(directions, p, d).t();
    this.offset = offset == null ? null : Tensors.of(offset, p);
  }

  /**
   * Multiplies n rows.
   *
   * @param rows n × d from {@code at}
   * @param out n × p, overwritten
   */
  public void of(float[] rows, int at, int n, float[] out) {
    float[] these = at == 0 ? rows : Arrays.copyOfRange(rows, at, at + n * d);
    Scope.run(
        () -> {
          Tensor x = Tensors.of(these, n, d);
          Tensor product =
              offset == null ? x.matmul(transposed) : torch.addmm(offset, x, transposed);
          Tensors.copy(product, out, 0);
        });
  }

  /** The p × p products of the directions with each other: their Gram matrix. */
  public float[] gram() {
    int p = Math.toIntExact(transposed.size(1));
    float[] products = new float[Math.multiplyExact(p, p)];
    Scope.run(() -> Tensors.copy(transposed.t().matmul(transposed), products, 0));
    return products;
  }

  @Override
  public void close() {
    scope.close();
  }
}
