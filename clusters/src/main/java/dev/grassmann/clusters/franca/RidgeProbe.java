package dev.grassmann.clusters.franca;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.engine.linalg.Cholesky;
import dev.grassmann.engine.linalg.Products;
import java.util.Arrays;

/** A linear classifier in closed form: least squares on ±1 for each class, with a ridge. */
final class RidgeProbe {
  private RidgeProbe() {}

  /**
   * Share of the test rows whose class scores highest.
   *
   * @param train which rows are learnt from
   * @param test which rows are judged
   * @param ridge as a share of the mean variance of the columns
   */
  static double accuracy(
      Vectors rows, int[] labels, int classes, int[] train, int[] test, double ridge) {
    int d = rows.d();
    double[] x = numbers(rows, train);
    double[] mean = new double[d];
    for (int p = 0; p < x.length; p++) {
      mean[p % d] += x[p] / train.length;
    }
    centre(x, mean);
    double[] wanted = new double[train.length * classes];
    Arrays.fill(wanted, -1);
    double[] offset = new double[classes];
    for (int i = 0; i < train.length; i++) {
      wanted[i * classes + labels[train[i]]] = 1;
    }
    for (int p = 0; p < wanted.length; p++) {
      offset[p % classes] += wanted[p] / train.length;
    }
    double[] gram = Products.transposedMultiply(x, x, d, train.length, d);
    double trace = 0;
    for (int j = 0; j < d; j++) {
      trace += gram[j * d + j];
    }
    double[] slopes =
        Cholesky.of(gram, d, ridge * trace / d + 1e-12)
            .solve(Products.transposedMultiply(x, wanted, d, train.length, classes), classes);
    double[] asked = numbers(rows, test);
    centre(asked, mean);
    double[] scores = Products.multiply(asked, slopes, test.length, d, classes);
    int right = 0;
    for (int i = 0; i < test.length; i++) {
      int best = 0;
      for (int c = 1; c < classes; c++) {
        double now = scores[i * classes + c] + offset[c];
        best = now > scores[i * classes + best] + offset[best] ? c : best;
      }
      right += best == labels[test[i]] ? 1 : 0;
    }
    return (double) right / test.length;
  }

  private static double[] numbers(Vectors rows, int[] which) {
    int d = rows.d();
    double[] numbers = new double[Math.multiplyExact(which.length, d)];
    float[] row = new float[d];
    for (int i = 0; i < which.length; i++) {
      rows.copyRow(which[i], row);
      for (int j = 0; j < d; j++) {
        numbers[i * d + j] = row[j];
      }
    }
    return numbers;
  }

  private static void centre(double[] x, double[] mean) {
    for (int p = 0; p < x.length; p++) {
      x[p] -= mean[p % mean.length];
    }
  }
}
