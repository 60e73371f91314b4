package dev.grassmann.dictionaries.mpsae;

import dev.grassmann.core.result.SparseCodes;

/**
 * What a pursuit of many rows gave, in the order of picking.
 *
 * @param rows number of rows, B
 * @param steps most picks a row, T
 * @param count picks of each row
 * @param atom B × T: entry b · T + t is pick t of row b
 * @param value B × T: the picks' coefficients
 * @param residual B × d: the rows, less the bias, less what was picked of them
 */
record Picks(int rows, int steps, int[] count, int[] atom, float[] value, float[] residual) {
  /**
   * A pursuit that has picked nothing yet.
   *
   * @param x the rows from {@code at}, B × d; copied
   * @param bias d numbers; null for none
   */
  static Picks none(float[] x, int at, int rows, int steps, int d, float[] bias) {
    float[] residual = new float[Math.multiplyExact(rows, d)];
    System.arraycopy(x, at, residual, 0, residual.length);
    if (bias != null) {
      for (int b = 0; b < rows; b++) {
        for (int c = 0; c < d; c++) {
          residual[b * d + c] -= bias[c];
        }
      }
    }
    int room = Math.multiplyExact(rows, steps);
    return new Picks(rows, steps, new int[rows], new int[room], new float[room], residual);
  }

  /** Sum over rows of the squared norm of the residual. */
  double squaredError() {
    double sum = 0;
    for (float r : residual) {
      sum += (double) r * r;
    }
    return sum;
  }

  /** Adds the rows to codes: coefficients of an atom picked twice are added, and it counts once. */
  void addTo(SparseCodes.Builder codes) {
    for (int b = 0; b < rows; b++) {
      for (int t = b * steps; t < b * steps + count[b]; t++) {
        codes.add(atom[t], value[t]);
      }
      codes.endRow();
    }
  }
}
