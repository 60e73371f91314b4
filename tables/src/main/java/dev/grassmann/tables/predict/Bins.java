package dev.grassmann.tables.predict;

import java.util.Arrays;

/**
 * Features as numbers of bins, at most 256 each: trees look for splits between bins. A feature of
 * no more distinct values has one bin a value, so that nothing is lost; else bins hold about
 * equally many rows.
 *
 * @param codes bin of each row, 0 to 255 as unsigned bytes; one array a feature
 * @param cuts of each feature the values between bins, ascending: bin b holds what is above {@code
 *     cuts[b - 1]} and at most {@code cuts[b]}
 */
record Bins(byte[][] codes, double[][] cuts) {
  private static final int MOST = 256;

  static Bins of(double[][] columns) {
    byte[][] codes = new byte[columns.length][];
    double[][] cuts = new double[columns.length][];
    for (int j = 0; j < columns.length; j++) {
      cuts[j] = cuts(columns[j]);
      codes[j] = new byte[columns[j].length];
      for (int i = 0; i < codes[j].length; i++) {
        codes[j][i] = (byte) bin(columns[j][i], cuts[j]);
      }
    }
    return new Bins(codes, cuts);
  }

  /** How many bins a feature has. */
  int count(int feature) {
    return cuts[feature].length + 1;
  }

  /**
   * Bins row by row, row-major: where all features are looked at together, the bins of a row lie
   * side by side. Null where there would be more than 2^28.
   */
  byte[] byRow() {
    int features = codes.length;
    int rows = codes[0].length;
    if ((long) rows * features > 1 << 28) {
      return null;
    }
    byte[] all = new byte[rows * features];
    for (int j = 0; j < features; j++) {
      for (int i = 0; i < rows; i++) {
        all[i * features + j] = codes[j][i];
      }
    }
    return all;
  }

  private static int bin(double value, double[] cuts) {
    int found = Arrays.binarySearch(cuts, value);
    return found >= 0 ? found : -found - 1;
  }

  private static double[] cuts(double[] column) {
    double[] sorted = column.clone();
    Arrays.sort(sorted);
    double[] distinct = Arrays.stream(sorted).distinct().toArray();
    if (distinct.length <= MOST) {
      double[] cuts = new double[distinct.length - 1];
      for (int b = 0; b < cuts.length; b++) {
        cuts[b] = between(distinct[b], distinct[b + 1]);
      }
      return cuts;
    }
    double[] cuts = new double[MOST - 1];
    int count = 0;
    for (int b = 1; b < MOST; b++) {
      int at = (int) ((long) b * sorted.length / MOST);
      if (sorted[at] > sorted[at - 1]) {
        cuts[count++] = between(sorted[at - 1], sorted[at]);
      } else { // a value that fills whole bins ends where the next one begins
        int next = at;
        while (next < sorted.length && sorted[next] == sorted[at]) {
          next++;
        }
        if (next < sorted.length) {
          double cut = between(sorted[at], sorted[next]);
          if (count == 0 || cut > cuts[count - 1]) {
            cuts[count++] = cut;
          }
        }
      }
    }
    return Arrays.stream(cuts, 0, count).distinct().toArray();
  }

  private static double between(double low, double high) {
    double middle = low / 2 + high / 2;
    return middle < high ? Math.max(low, middle) : low;
  }
}
