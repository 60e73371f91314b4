package dev.grassmann.clusters.spectral;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.grassmann.clusters.metrics.SelfExpression;
import dev.grassmann.core.data.SparseMatrix;
import dev.grassmann.core.run.Run;
import org.junit.jupiter.api.Test;

class ConnectivityTest {
  @Test
  void knownGraphsHaveTheirKnownConnectivity() {
    // 0-3: complete; 4-7: a path, 1 - cos(pi/3) = 1/2; 8, 9 and 10, 11: two pairs; 12: alone
    double[][] w = new double[13][13];
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        w[i][j] = i == j ? 0 : 0.7;
      }
    }
    for (int i = 4; i < 7; i++) {
      w[i][i + 1] = 3;
    }
    w[8][9] = 1;
    w[10][11] = 1;
    int[] labels = {0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3};
    double[] found = Connectivity.ofClusters(SparseAffinity.of(sparse(w)), labels, 4, Run.local());
    assertEquals(4.0 / 3, found[0], 1e-12);
    assertEquals(0.5, found[1], 1e-12);
    assertEquals(0, found[2], 1e-12);
    assertEquals(Double.NaN, found[3]);
  }

  @Test
  void theShareOfCoefficientsOnOtherClassesIsTheError() {
    double[][] c = {{0, 3, -1, 0}, {2, 0, 0, 0}, {0, 0, 0, 5}, {0, 0, 0, 0}};
    // point 0: 1 of 4 on another class; 1: none; 2: all; 3 has no coefficients
    assertEquals((0.25 + 0 + 1 + 0) / 4, SelfExpression.error(sparse(c), new int[] {0, 0, 1, 2}));
  }

  private static SparseMatrix sparse(double[][] full) {
    int n = full.length;
    int[] start = new int[n + 1];
    int[] column = new int[n * n];
    double[] value = new double[n * n];
    for (int i = 0; i < n; i++) {
      start[i + 1] = start[i];
      for (int j = 0; j < n; j++) {
        if (full[i][j] != 0) {
          column[start[i + 1]] = j;
          value[start[i + 1]++] = full[i][j];
        }
      }
    }
    return SparseMatrix.of(n, start, column, value);
  }
}
