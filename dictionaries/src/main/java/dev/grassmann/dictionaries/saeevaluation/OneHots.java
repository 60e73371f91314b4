package dev.grassmann.dictionaries.saeevaluation;

import dev.grassmann.core.data.Vectors;

/**
 * Sums over rows of one-hot attributes C and centred activations A, gathered in two passes.
 *
 * @param mean of the activations, d
 * @param gram CᵀC, K × K with K values in all
 * @param products CᵀA, K × d
 */
record OneHots(double[] mean, double[] gram, double[] products, int columns) {
  private static final int BLOCK = 1 << 18;

  static OneHots of(Vectors activations, Attributes attributes) {
    int n = activations.n();
    int d = activations.d();
    int m = attributes.count();
    int[] first = new int[m];
    int columns = 0;
    for (int a = 0; a < m; a++) {
      first[a] = columns;
      columns += attributes.values(a).size();
    }
    double[] mean = new double[d];
    float[] rows = new float[Math.min(n, Math.max(1, BLOCK / d)) * d];
    int block = rows.length / d;
    for (int from = 0; from < n; from += block) {
      int count = Math.min(block, n - from);
      activations.copyRows(from, count, rows, 0);
      for (int i = 0; i < count * d; i++) {
        mean[i % d] += rows[i];
      }
    }
    for (int c = 0; c < d; c++) {
      mean[c] /= n;
    }
    double[] gram = new double[Math.multiplyExact(columns, columns)];
    double[] products = new double[Math.multiplyExact(columns, d)];
    int[] active = new int[m];
    for (int from = 0; from < n; from += block) {
      int count = Math.min(block, n - from);
      activations.copyRows(from, count, rows, 0);
      for (int i = 0; i < count; i++) {
        for (int a = 0; a < m; a++) {
          active[a] = first[a] + attributes.value(a, from + i);
        }
        for (int a : active) {
          for (int b : active) {
            gram[a * columns + b]++;
          }
          for (int c = 0; c < d; c++) {
            products[a * d + c] += rows[i * d + c] - mean[c];
          }
        }
      }
    }
    return new OneHots(mean, gram, products, columns);
  }

  /** Mean of the centred activations with each value, K × d; 0 for a value that no row has. */
  double[] means() {
    int d = mean.length;
    double[] means = products.clone();
    for (int k = 0; k < columns; k++) {
      double count = Math.max(1, gram[k * columns + k]);
      for (int c = 0; c < d; c++) {
        means[k * d + c] /= count;
      }
    }
    return means;
  }
}
