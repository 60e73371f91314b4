package dev.grassmann.tables.screening;

import dev.grassmann.core.result.Correlation;

/**
 * The size of Pearson's correlation; for numbers and more than two classes the correlation ratio,
 * which is what Pearson's correlation with the class means would be.
 */
final class PearsonMeasure implements Measure {
  @Override
  public double ofNumbers(Numbers x, Numbers y) {
    return Math.abs(correlation(x.values(), y.values()));
  }

  @Override
  public double ofNumbersAndClasses(Numbers x, int[] classes, int count) {
    double[] sum = new double[count];
    int[] size = new int[count];
    double mean = mean(x.values());
    double total = 0;
    for (int row = 0; row < classes.length; row++) {
      double d = x.values()[row] - mean;
      sum[classes[row]] += d;
      size[classes[row]]++;
      total += d * d;
    }
    double between = 0;
    for (int c = 0; c < count; c++) {
      between += size[c] == 0 ? 0 : sum[c] * sum[c] / size[c];
    }
    return total > 0 ? Math.min(1, Math.sqrt(between / total)) : 0;
  }

  /** Cramér's V: of two by two classes the size of their correlation. */
  @Override
  public double ofClasses(int[] x, int xCount, int[] y, int yCount) {
    double[] counts = new double[xCount * yCount];
    double[] ofX = new double[xCount];
    double[] ofY = new double[yCount];
    for (int row = 0; row < x.length; row++) {
      counts[x[row] * yCount + y[row]]++;
      ofX[x[row]]++;
      ofY[y[row]]++;
    }
    double squares = 0;
    for (int i = 0; i < xCount; i++) {
      for (int j = 0; j < yCount; j++) {
        double n = counts[i * yCount + j];
        squares += n > 0 ? n * n / (ofX[i] * ofY[j]) : 0;
      }
    }
    int fewer = Math.min(occupied(ofX), occupied(ofY));
    return fewer < 2 ? 0 : Math.sqrt(Math.max(0, squares - 1) / (fewer - 1));
  }

  private static int occupied(double[] sizes) {
    int occupied = 0;
    for (double size : sizes) {
      occupied += size > 0 ? 1 : 0;
    }
    return occupied;
  }

  /** Pearson's correlation, 0 where either is constant. */
  static double correlation(double[] x, double[] y) {
    double r = Correlation.pearson(x, y);
    return Double.isNaN(r) ? 0 : r;
  }

  private static double mean(double[] x) {
    double sum = 0;
    for (double number : x) {
      sum += number;
    }
    return sum / x.length;
  }
}
