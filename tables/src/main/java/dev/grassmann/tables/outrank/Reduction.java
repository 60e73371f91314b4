package dev.grassmann.tables.outrank;

/**
 * Stratified row reduction: of n rows, the first floor(r n / values of x) of each value of x are
 * kept. The kept rows stay in the order of the table: sorted by x, as the reference leaves them,
 * each value's shifted rows would be the next value's, and the correction would eat the score.
 *
 * @param x the kept rows of x
 * @param y the kept rows of y
 */
record Reduction(Codes x, Codes y) {
  /** All rows where the share leaves less than one row a value. */
  static Reduction of(Codes x, Codes y, double share) {
    int most = (int) (share * x.rows() / x.values());
    if (share >= 1 || most == 0) {
      return new Reduction(x, y);
    }
    int[] taken = new int[x.values()];
    int[] keptX = new int[x.rows()];
    int[] keptY = new int[x.rows()];
    int kept = 0;
    for (int i = 0; i < x.rows(); i++) {
      int v = x.code()[i];
      if (taken[v]++ < most) {
        keptX[kept] = v;
        keptY[kept++] = y.code()[i];
      }
    }
    return new Reduction(
        Codes.dense(keptX, 0, kept, x.values()), Codes.dense(keptY, 0, kept, y.values()));
  }
}
