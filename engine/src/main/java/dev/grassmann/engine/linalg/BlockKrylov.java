package dev.grassmann.engine.linalg;

import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The largest eigenpairs of an operator by block Lanczos with full orthogonalisation and thick
 * restarts (Wu, Simon 2000): when the basis is full its better part stays, and the Krylov sequence
 * goes on from the block that was next.
 *
 * <p>A narrow block makes long polynomials of few columns, but shows a value of multiplicity above
 * its width (a graph of many components) only by its rounding errors. So once k pairs are there, a
 * second search looks for larger values in what is orthogonal to them, and takes them in, until it
 * finds none.
 */
final class BlockKrylov {
  private static final int DENSE = 512;
  private static final int WIDTH = 2;

  private final SymmetricOperator a;
  private final int n;
  private final int k;
  private final double tolerance;
  private final SplittableRandom random;
  private int cyclesLeft;

  BlockKrylov(SymmetricOperator a, int k, double tolerance, int cycles, long seed) {
    this.a = a;
    this.n = a.n();
    this.k = k;
    this.tolerance = tolerance;
    this.cyclesLeft = cycles;
    this.random = new SplittableRandom(seed);
  }

  SymmetricEigen largest() {
    // room for the pairs, as many again, and a dozen steps beyond
    int capacity = 2 * k + 12 * WIDTH;
    if (n <= DENSE || k + capacity >= n / 2) {
      return dense();
    }
    try (Scope scope = Scope.open()) {
      KrylovBasis basis = new KrylovBasis(a, k + capacity, WIDTH);
      basis.append(gaussian());
      search(basis, capacity, k, Double.NEGATIVE_INFINITY);
      basis.lock(k);
      while (missed(basis, capacity)) {
        basis.lock(k);
      }
      return basis.locked();
    }
  }

  private SymmetricEigen dense() {
    double[] identity = new double[Math.multiplyExact(n, n)];
    for (int i = 0; i < n; i++) {
      identity[i * n + i] = 1;
    }
    double[] full = new double[identity.length];
    a.apply(identity, n, full);
    return SymmetricEigen.largest(full, n, k);
  }

  /** Whether something larger was orthogonal to the pairs so far; it is among them afterwards. */
  private boolean missed(KrylovBasis basis, int capacity) {
    if (cyclesLeft <= 0) {
      return false;
    }
    double smallest = basis.smallestLocked();
    basis.append(gaussian());
    double[] values = search(basis, capacity, WIDTH, smallest);
    int larger = 0;
    while (larger < values.length && values[larger] > smallest + tolerance * basis.scale()) {
      larger++;
    }
    if (larger == 0) {
      basis.forgetUnlocked();
      return false;
    }
    basis.unlockWith(larger);
    return true;
  }

  /**
   * Grows and restarts the basis until each of the {@code wanted} largest pairs has converged or
   * lies below what is of interest.
   *
   * @return their values
   */
  private double[] search(KrylovBasis basis, int capacity, int wanted, double interest) {
    int kept = (wanted + (capacity - wanted) / 2) / WIDTH * WIDTH;
    while (true) {
      basis.growTo(capacity);
      cyclesLeft--;
      KrylovBasis.Ritz ritz = basis.rotate(wanted);
      boolean open = false;
      for (int i = 0; i < wanted; i++) {
        open |=
            ritz.residuals()[i] > tolerance * basis.scale()
                && ritz.values()[i] + ritz.residuals()[i] >= interest;
      }
      if (!open || cyclesLeft <= 0) {
        return ritz.values();
      }
      basis.restart(kept);
    }
  }

  private Tensor gaussian() {
    double[] numbers = new double[Math.multiplyExact(n, WIDTH)];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = random.nextGaussian();
    }
    return Scope.compute(() -> torch.linalg_qr(Tensors.of(numbers, n, WIDTH)).get0());
  }
}
