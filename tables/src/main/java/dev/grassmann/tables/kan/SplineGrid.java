package dev.grassmann.tables.kan;

/**
 * B-splines of order p on [-1, 1]: G intervals of width h = 2 / G, continued by p knots on each
 * side, K = G + p basis functions. At any x only p + 1 of them are not zero, and beyond 1 + p h all
 * are. Values by the recursion of Cox and de Boor, which on a uniform grid divides by whole
 * numbers.
 */
record SplineGrid(int intervals, int order) {
  /** K, the number of basis functions. */
  int functions() {
    return intervals + order;
  }

  /** Basis functions that can be other than zero at one x. */
  int width() {
    return order + 1;
  }

  /**
   * The basis functions that are not zero at x.
   *
   * @param values filled at {@code at .. at + width()}; of functions that do not exist, 0
   * @return number of the function whose value stands first, at least 0; those that follow are the
   *     next ones. Functions beyond K do not exist; see {@link #offset}
   */
  int values(float x, float[] values, int at) {
    float place = (x + 1) * (intervals * 0.5f) + order; // in knots, from the first one
    int cell = cell(place);
    if (cell < 0) {
      return nothing(values, at);
    }
    recursion(place - cell, order, values, at);
    return kept(cell - order, values, at);
  }

  /** Derivatives of the same functions, filled and numbered alike. */
  int slopes(float x, float[] slopes, int at) {
    float place = (x + 1) * (intervals * 0.5f) + order;
    int cell = cell(place);
    if (cell < 0) {
      return nothing(slopes, at);
    }
    recursion(place - cell, order - 1, slopes, at);
    float perInterval = intervals * 0.5f;
    float before = 0;
    for (int r = 0; r < order; r++) { // B' = (B of one order less, minus the next of those) / h
      float lower = slopes[at + r];
      slopes[at + r] = (before - lower) * perInterval;
      before = lower;
    }
    slopes[at + order] = before * perInterval;
    return kept(cell - order, slopes, at);
  }

  private int cell(float place) {
    int cells = intervals + 2 * order;
    if (!(place >= 0 && place <= cells)) {
      return -1;
    }
    return Math.min((int) place, cells - 1); // the last cell has its right end
  }

  private int nothing(float[] values, int at) {
    for (int r = 0; r <= order; r++) {
      values[at + r] = 0;
    }
    return 0;
  }

  /** Values of one order less grow into those of the next, u being the place within the cell. */
  private static void recursion(float u, int order, float[] values, int at) {
    values[at] = 1;
    for (int k = 1; k <= order; k++) {
      float saved = 0;
      for (int r = 0; r < k; r++) {
        float share = values[at + r] / k;
        values[at + r] = saved + (r + 1 - u) * share;
        saved = (u + k - 1 - r) * share;
      }
      values[at + k] = saved;
    }
  }

  /** Near the ends some of the p + 1 functions do not exist: the others move to where they fit. */
  private int kept(int first, float[] values, int at) {
    int last = functions() - 1 - order; // of the numbers that may come first
    if (first >= 0 && first <= last) {
      return first;
    }
    int moved = first < 0 ? 0 : Math.max(0, last);
    shift(first - moved, values, at);
    return moved;
  }

  /** Moves values by some places; what leaves is lost, what comes in is 0. */
  private void shift(int by, float[] values, int at) {
    for (int step = 0; step <= order; step++) {
      int r = by < 0 ? step : order - step; // from the end that is written first
      int from = r - by;
      values[at + r] = from >= 0 && from <= order ? values[at + from] : 0;
    }
  }
}
