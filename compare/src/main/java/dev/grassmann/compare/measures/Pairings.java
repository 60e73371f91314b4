package dev.grassmann.compare.measures;

import dev.grassmann.core.data.VectorPair;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import org.bytedeco.pytorch.Tensor;

/**
 * Two samples in memory that are paired again and again, row i of A with some other row of B: what
 * a permutation null asks for. Each pairing costs one product, since what a space knows of itself
 * does not depend on its partner.
 *
 * <p>Both spaces are scaled to a mean square of 1, which no measure here notices, and the products
 * of a pairing are in float32: half the time, for an error of about 1e-7 in figures that are known
 * to the spread of a few shuffles. Close it on the thread that opened it.
 */
public final class Pairings implements AutoCloseable {
  private final Scope scope;
  private final CentredRows a; // in float32, as b
  private final CentredRows b;
  private final JointMoments aa;
  private final JointMoments bb;

  /**
   * Of rows that fit into memory, n × (p + q) numbers.
   *
   * @throws dev.grassmann.core.InputException for NaN or infinity
   */
  public Pairings(VectorPair pair) {
    PairMoments.requireMemory(pair.a().d(), pair.b().d(), Runtime.getRuntime().maxMemory());
    this.scope = Scope.open();
    try {
      CentredRows wideA = CentredRows.read(pair.a(), 0, pair.a().n(), "A").scaled();
      CentredRows wideB = CentredRows.read(pair.b(), 0, pair.b().n(), "B").scaled();
      this.aa = JointMoments.of(wideA, wideA);
      this.bb = JointMoments.of(wideB, wideB);
      this.a = wideA.narrowed();
      this.b = wideB.narrowed();
    } catch (RuntimeException e) {
      scope.close();
      throw e;
    }
  }

  /**
   * Moments of the rows with row i of A paired with row {@code order[i]} of B.
   *
   * @param order each number from 0 to n - 1 once
   */
  public PairMoments paired(int[] order) {
    try (Scope inner = Scope.open()) {
      Tensor index = Tensors.of(order);
      CentredRows shuffled =
          new CentredRows(
              b.rows().index_select(0, index), b.mean(), b.squares().index_select(0, index));
      return new PairMoments(aa, JointMoments.of(a, shuffled), bb);
    }
  }

  @Override
  public void close() {
    scope.close();
  }
}
