package dev.grassmann.compare.units;

import dev.grassmann.core.data.Vectors;
import java.util.Arrays;

/**
 * Units as codes 0 to 9, by bins of their own: the first for zeros, which rectified units have many
 * of, the others of equal share. For rectified units the edges are the paper's: percentiles 0 and
 * from 100.1·f0 to 100 in ten steps, f0 the share of zeros. A unit with negative values is not
 * rectified, and f0 is 0.
 */
final class BinnedUnits {
  static final int BINS = 10;
  private static final float ZERO = 1e-6f;

  private final int n;
  private final byte[][] codes; // a unit, a row
  private final int[] used;

  private BinnedUnits(int n, byte[][] codes) {
    this.n = n;
    this.codes = codes;
    this.used = Arrays.stream(codes).mapToInt(BinnedUnits::distinct).toArray();
  }

  /** Of these columns. */
  static BinnedUnits of(Vectors rows, int[] units) {
    int d = rows.d();
    float[] all = rows.toArray();
    byte[][] codes = new byte[units.length][];
    float[] column = new float[rows.n()];
    for (int u = 0; u < units.length; u++) {
      for (int i = 0; i < column.length; i++) {
        column[i] = all[i * d + units[u]];
      }
      codes[u] = codes(column);
    }
    return new BinnedUnits(rows.n(), codes);
  }

  private static byte[] codes(float[] values) {
    double[] edges = edges(values);
    byte[] codes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      int bin = 0;
      while (bin < BINS - 1 && values[i] >= edges[bin + 1]) {
        bin++;
      }
      codes[i] = (byte) bin;
    }
    return codes;
  }

  static double[] edges(float[] values) {
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    int zeros = 0;
    while (sorted[0] >= 0 && zeros < sorted.length && sorted[zeros] < ZERO) {
      zeros++;
    }
    double first = Math.min(100, 100.1 * zeros / sorted.length);
    double[] edges = new double[BINS + 1];
    edges[0] = sorted[0] - 0.01;
    for (int bin = 1; bin <= BINS; bin++) {
      edges[bin] = percentile(sorted, first + (100 - first) * (bin - 1) / (BINS - 1.0));
    }
    return edges;
  }

  private static double percentile(float[] sorted, double percent) {
    double place = percent / 100 * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * ((double) sorted[above] - sorted[below]);
  }

  private static int distinct(byte[] codes) {
    boolean[] seen = new boolean[BINS];
    int distinct = 0;
    for (byte code : codes) {
      distinct += seen[code] ? 0 : 1;
      seen[code] = true;
    }
    return distinct;
  }

  int units() {
    return codes.length;
  }

  /**
   * Mutual information of a unit with another's, in nats, less the bias (K_x - 1)(K_y - 1) / 2n of
   * its estimate (Miller 1955, Madow); may be below 0.
   *
   * @param order row of the other that each row is paired with; null for the same
   * @param cells room for 100 counts
   */
  double nats(int unit, BinnedUnits other, int otherUnit, int[] order, int[] cells) {
    byte[] x = codes[unit];
    byte[] y = other.codes[otherUnit];
    Arrays.fill(cells, 0);
    if (order == null) {
      for (int i = 0; i < n; i++) {
        cells[x[i] * BINS + y[i]]++;
      }
    } else {
      for (int i = 0; i < n; i++) {
        cells[x[i] * BINS + y[order[i]]]++;
      }
    }
    double bias = (used[unit] - 1.0) * (other.used[otherUnit] - 1.0) / (2.0 * n);
    return plugIn(cells, n) - bias;
  }

  private static double plugIn(int[] cells, int n) {
    int[] x = new int[BINS];
    int[] y = new int[BINS];
    for (int cell = 0; cell < cells.length; cell++) {
      x[cell / BINS] += cells[cell];
      y[cell % BINS] += cells[cell];
    }
    double sum = 0;
    for (int cell = 0; cell < cells.length; cell++) {
      double count = cells[cell];
      if (count > 0) {
        sum += count * Math.log(count * n / ((double) x[cell / BINS] * y[cell % BINS]));
      }
    }
    return sum / n;
  }
}
