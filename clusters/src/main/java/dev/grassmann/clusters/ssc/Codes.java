package dev.grassmann.clusters.ssc;

import dev.grassmann.core.data.SparseMatrix;

/** Collects the coefficients of all points; each row is written by one thread. */
final class Codes {
  private final int n;
  private final int most;
  private final int[] count;
  private final int[] atom;
  private final double[] value;

  Codes(int n, int most) {
    this.n = n;
    this.most = most;
    this.count = new int[n];
    this.atom = new int[Math.multiplyExact(n, most)];
    this.value = new double[n * most];
  }

  void put(int row, Pursuit pursuit) {
    double[] coefficients = pursuit.coefficients();
    count[row] = pursuit.size();
    for (int t = 0; t < pursuit.size(); t++) {
      atom[row * most + t] = pursuit.support(t);
      value[row * most + t] = coefficients[t];
    }
  }

  /** Row i holds what point i is written with. */
  SparseMatrix toMatrix() {
    int[] start = new int[n + 1];
    int used = 0;
    for (int i = 0; i < n; i++) {
      System.arraycopy(atom, i * most, atom, used, count[i]); // closes the gaps, front to back
      System.arraycopy(value, i * most, value, used, count[i]);
      used += count[i];
      start[i + 1] = used;
    }
    return SparseMatrix.of(n, start, atom, value);
  }
}
