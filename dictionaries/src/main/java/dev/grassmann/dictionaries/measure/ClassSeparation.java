package dev.grassmann.dictionaries.measure;

import dev.grassmann.core.result.SparseCodes;
import java.util.Arrays;

/**
 * How far apart classes lie in the codes: for each latent the one-dimensional Wasserstein-1
 * distance between its values in a class and in the others, averaged over all latents, and the
 * median over classes. The distance is in the codes' units: codes that are twice as large are twice
 * as far apart, so it stands beside the same over each latent's standard deviation.
 *
 * @param distance median over classes of the mean distance
 * @param overDeviation the same, each latent's distance over its standard deviation
 */
public record ClassSeparation(double distance, double overDeviation) {
  /**
   * Measures.
   *
   * @param labels class of each row, from 0
   * @param classes how many
   */
  public static ClassSeparation of(SparseCodes codes, int[] labels, int classes) {
    double[] plain = new double[classes];
    double[] scaled = new double[classes];
    float[][] byLatent = columns(codes);
    for (int j = 0; j < byLatent.length; j++) {
      double deviation = deviation(byLatent[j]);
      for (int c = 0; c < classes; c++) {
        double distance = distance(byLatent[j], labels, c);
        plain[c] += distance / byLatent.length;
        scaled[c] += deviation > 0 ? distance / deviation / byLatent.length : 0;
      }
    }
    return new ClassSeparation(median(plain), median(scaled));
  }

  private static float[][] columns(SparseCodes codes) {
    float[][] columns = new float[codes.features()][codes.n()];
    for (int row = 0; row < codes.n(); row++) {
      for (int e = codes.start(row); e < codes.start(row + 1); e++) {
        columns[codes.latent(e)][row] = codes.value(e);
      }
    }
    return columns;
  }

  private static double deviation(float[] values) {
    double mean = 0;
    for (float v : values) {
      mean += v / (double) values.length;
    }
    double square = 0;
    for (float v : values) {
      square += (v - mean) * (v - mean) / values.length;
    }
    return Math.sqrt(square);
  }

  /** Between the values of one class and those of the others: the area between their ranks. */
  static double distance(float[] values, int[] labels, int wanted) {
    int inside = 0;
    for (int label : labels) {
      inside += label == wanted ? 1 : 0;
    }
    float[] in = new float[inside];
    float[] out = new float[labels.length - inside];
    int i = 0;
    int o = 0;
    for (int row = 0; row < labels.length; row++) {
      if (labels[row] == wanted) {
        in[i++] = values[row];
      } else {
        out[o++] = values[row];
      }
    }
    return distance(in, out);
  }

  /** Wasserstein-1 distance of two samples of any sizes. */
  static double distance(float[] a, float[] b) {
    if (a.length == 0 || b.length == 0) {
      return 0;
    }
    float[] x = a.clone();
    float[] y = b.clone();
    Arrays.sort(x);
    Arrays.sort(y);
    double sum = 0;
    double done = 0;
    for (int i = 0, j = 0; i < x.length && j < y.length; ) {
      double nextX = (i + 1.0) / x.length;
      double nextY = (j + 1.0) / y.length;
      double next = Math.min(nextX, nextY);
      sum += (next - done) * Math.abs((double) x[i] - y[j]);
      done = next;
      i += nextX <= nextY ? 1 : 0;
      j += nextY <= nextX ? 1 : 0;
    }
    return sum;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
