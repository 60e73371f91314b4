package dev.grassmann.compare.measures;

import dev.grassmann.compare.Data;
import dev.grassmann.core.data.Vectors;

/** The measures as the papers state them, on n × n matrices of centred rows: the oracle. */
final class WholeMatrices {
  private WholeMatrices() {}

  static Hsic unbiased(Vectors a, Vectors b) {
    double[][] k = gram(a);
    double[][] l = gram(b);
    return new Hsic(unbiased(k, l), unbiased(k, k), unbiased(l, l));
  }

  static Hsic biased(Vectors a, Vectors b) {
    double[][] k = gram(a);
    double[][] l = gram(b);
    return new Hsic(biased(k, l), biased(k, k), biased(l, l));
  }

  private static double biased(double[][] k, double[][] l) {
    double trace = 0;
    for (int i = 0; i < k.length; i++) {
      for (int j = 0; j < k.length; j++) {
        trace += k[i][j] * l[j][i];
      }
    }
    return trace / Math.pow(k.length - 1.0, 2);
  }

  private static double unbiased(double[][] k, double[][] l) {
    int n = k.length;
    double trace = 0;
    double allK = 0;
    double allL = 0;
    double rows = 0;
    for (int i = 0; i < n; i++) {
      double rowK = 0;
      double rowL = 0;
      for (int j = 0; j < n; j++) {
        if (i != j) {
          trace += k[i][j] * l[j][i];
          rowK += k[i][j];
          rowL += l[i][j];
        }
      }
      allK += rowK;
      allL += rowL;
      rows += rowK * rowL;
    }
    double sums = allK * allL / ((n - 1.0) * (n - 2.0));
    return (trace + sums - 2.0 / (n - 2) * rows) / (n * (n - 3.0));
  }

  private static double[][] gram(Vectors vectors) {
    double[][] rows = Data.rows(vectors);
    int n = rows.length;
    for (int j = 0; j < rows[0].length; j++) {
      double mean = 0;
      for (double[] row : rows) {
        mean += row[j] / n;
      }
      for (double[] row : rows) {
        row[j] -= mean;
      }
    }
    double[][] gram = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int c = 0; c < rows[0].length; c++) {
          gram[i][j] += rows[i][c] * rows[j][c];
        }
      }
    }
    return gram;
  }

  /** Mutual neighbours by sorting all cosines; equal ones by their number. */
  static double mutual(Vectors a, Vectors b, int k) {
    int[][] nearA = neighbours(Data.rows(a), k);
    int[][] nearB = neighbours(Data.rows(b), k);
    double common = 0;
    for (int i = 0; i < nearA.length; i++) {
      for (int x : nearA[i]) {
        for (int y : nearB[i]) {
          common += x == y ? 1 : 0;
        }
      }
    }
    return common / ((double) nearA.length * k);
  }

  private static int[][] neighbours(double[][] rows, int k) {
    int n = rows.length;
    int[][] near = new int[n][k];
    for (int i = 0; i < n; i++) {
      boolean[] taken = new boolean[n];
      taken[i] = true;
      for (int place = 0; place < k; place++) {
        int best = -1;
        for (int j = 0; j < n; j++) {
          if (!taken[j] && (best < 0 || cosine(rows[i], rows[j]) > cosine(rows[i], rows[best]))) {
            best = j;
          }
        }
        taken[best] = true;
        near[i][place] = best;
      }
    }
    return near;
  }

  private static double cosine(double[] x, double[] y) {
    double dot = 0;
    double xx = 0;
    double yy = 0;
    for (int j = 0; j < x.length; j++) {
      dot += x[j] * y[j];
      xx += x[j] * x[j];
      yy += y[j] * y[j];
    }
    return xx == 0 || yy == 0 ? 0 : dot / Math.sqrt(xx * yy);
  }
}
