package dev.grassmann.tables.screening;

import java.util.Arrays;

/**
 * Mutual information by counting in bins of equal width, as many for each variable as the penalised
 * likelihood of Birgé and Rozenholc 2006 finds best.
 */
final class BinMeasure implements Measure {
  private static final int FEWEST = 2;
  private static final int MOST = 99;

  private Numbers lastY;
  private int[] lastBins;
  private int lastCount;

  @Override
  public double ofNumbers(Numbers x, Numbers y) {
    if (y != lastY) {
      lastY = y;
      lastCount = bins(y);
      lastBins = binned(y, lastCount);
    }
    int count = bins(x);
    return PlugIn.nats(binned(x, count), count, lastBins, lastCount);
  }

  @Override
  public double ofNumbersAndClasses(Numbers x, int[] classes, int count) {
    int bins = bins(x);
    return PlugIn.nats(binned(x, bins), bins, classes, count);
  }

  @Override
  public double ofClasses(int[] x, int xCount, int[] y, int yCount) {
    return PlugIn.nats(x, xCount, y, yCount);
  }

  /** The D that maximises sum of N ln N over its bins + n ln D - (D - 1 + (ln D)^2.5). */
  static int bins(Numbers x) {
    int best = FEWEST;
    double most = Double.NEGATIVE_INFINITY;
    int[] counts = new int[MOST + 1];
    for (int bins = FEWEST; bins <= MOST; bins++) {
      double value = likelihood(x, bins, counts);
      if (value > most) {
        most = value;
        best = bins;
      }
    }
    return best;
  }

  private static double likelihood(Numbers x, int bins, int[] counts) {
    double min = x.ordered().min();
    double factor = bins / (x.ordered().max() - min);
    Arrays.fill(counts, 0, bins, 0);
    for (double number : x.values()) {
      counts[Math.min(bins - 1, (int) ((number - min) * factor))]++;
    }
    double sum = x.count() * Math.log(bins) - (bins - 1 + Math.pow(Math.log(bins), 2.5));
    for (int bin = 0; bin < bins; bin++) {
      sum += counts[bin] > 0 ? counts[bin] * Math.log(counts[bin]) : 0;
    }
    return sum;
  }

  private static int[] binned(Numbers x, int bins) {
    double min = x.ordered().min();
    double factor = bins / (x.ordered().max() - min);
    int[] bin = new int[x.count()];
    for (int row = 0; row < bin.length; row++) {
      bin[row] = Math.min(bins - 1, (int) ((x.values()[row] - min) * factor));
    }
    return bin;
  }
}
