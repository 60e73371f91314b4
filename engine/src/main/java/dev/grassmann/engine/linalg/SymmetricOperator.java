package dev.grassmann.engine.linalg;

/** A symmetric n × n matrix by what it does; implementations are safe to call from one thread. */
public interface SymmetricOperator {
  int n();

  /**
   * Y ← A · X for several columns at once.
   *
   * @param x n × columns, row-major
   * @param y n × columns, row-major, overwritten
   */
  void apply(double[] x, int columns, double[] y);

  /** A matrix that is there in full, n × n; the array is read at each application. */
  static SymmetricOperator dense(double[] a, int n) {
    Sizes.require(a.length, n, n, "a");
    return new SymmetricOperator() {
      @Override
      public int n() {
        return n;
      }

      @Override
      public void apply(double[] x, int columns, double[] y) {
        System.arraycopy(Products.multiply(a, x, n, n, columns), 0, y, 0, y.length);
      }
    };
  }
}
