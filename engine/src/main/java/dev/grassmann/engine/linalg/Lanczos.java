package dev.grassmann.engine.linalg;

import java.util.SplittableRandom;

/**
 * The largest eigenpairs of an operator by Lanczos with full orthogonalisation and thick restarts
 * (Wu, Simon 2000): when the basis is full its better part stays, and the sequence goes on from the
 * vector that was next.
 *
 * <p>One vector makes the longest polynomial for its price, but shows a value of multiplicity above
 * 1 (a graph of many components) only by its rounding errors. So once k pairs are there, a second
 * search looks for larger values in what is orthogonal to them, and takes them in, until it finds
 * none.
 */
final class Lanczos {
  private static final int DENSE = 512;

  /** Columns of the second search: enough to see what is far below what is there. */
  private static final int SECOND = 24;

  private final SymmetricOperator a;
  private final int n;
  private final int k;
  private final int beyond;
  private final double tolerance;
  private final SplittableRandom random;
  private int cyclesLeft;

  Lanczos(SymmetricOperator a, int k, int beyond, double tolerance, int cycles, long seed) {
    this.a = a;
    this.n = a.n();
    this.k = k;
    this.beyond = beyond;
    this.tolerance = tolerance;
    this.cyclesLeft = cycles;
    this.random = new SplittableRandom(seed);
  }

  SymmetricEigen largest() {
    int pairs = k + beyond;
    int capacity = pairs + Math.max(k, 20);
    if (n <= DENSE || pairs + capacity >= n / 2) {
      return dense();
    }
    KrylovBasis basis = new KrylovBasis(a, pairs + Math.max(capacity, SECOND), random);
    basis.start();
    search(basis, capacity, k, beyond, Double.NEGATIVE_INFINITY);
    basis.lock(pairs);
    while (missed(basis)) {
      basis.keep(pairs);
    }
    return basis.locked(k);
  }

  private SymmetricEigen dense() {
    double[] identity = new double[Math.multiplyExact(n, n)];
    for (int i = 0; i < n; i++) {
      identity[i * n + i] = 1;
    }
    double[] full = new double[identity.length];
    a.apply(identity, n, full);
    return SymmetricEigen.largest(full, n, k + beyond);
  }

  /** Whether something larger was orthogonal to the pairs so far; it is among them afterwards. */
  private boolean missed(KrylovBasis basis) {
    if (cyclesLeft <= 0) {
      return false;
    }
    double smallest = basis.lockedValue(k - 1);
    basis.start();
    double found = search(basis, SECOND, 1, 0, smallest);
    if (found <= smallest + tolerance * basis.scale()) {
      return false;
    }
    basis.lock(1);
    return true;
  }

  /**
   * Grows and restarts the basis until each of the {@code wanted} largest pairs has converged, and
   * the {@code rough} ones after them roughly, or lies below what is of interest.
   *
   * @return the largest value
   */
  private double search(KrylovBasis basis, int capacity, int wanted, int rough, double interest) {
    int measured = wanted + rough;
    int kept = measured + (capacity - measured) / 2;
    while (true) {
      basis.growTo(capacity);
      cyclesLeft--;
      KrylovBasis.Ritz ritz = basis.restart(measured, kept);
      boolean open = false;
      for (int i = 0; i < measured; i++) {
        double enough = i < wanted ? tolerance : Math.max(tolerance, SymmetricEigen.ROUGH);
        open |=
            ritz.residuals()[i] > enough * basis.scale()
                && ritz.values()[i] + ritz.residuals()[i] >= interest;
      }
      if (!open || cyclesLeft <= 0) {
        return ritz.values()[0];
      }
    }
  }
}
