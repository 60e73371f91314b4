package dev.grassmann.engine.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

class SymmetricEigenTest {

  @Test
  void givesTheLargestValueFirstAndAPositiveLeadingEntry() {
    SymmetricEigen eigen = SymmetricEigen.of(new double[] {2, -1, -1, 2}, 2);
    assertArrayEquals(new double[] {3, 1}, eigen.values(), 1e-15);
    double h = Math.sqrt(0.5);
    assertEquals(h, Math.abs(eigen.vectors()[0]), 1e-15);
    assertEquals(-1, eigen.vectors()[0] / eigen.vectors()[2], 1e-14);
    assertArrayEquals(
        new double[] {3},
        SymmetricEigen.largest(new double[] {2, -1, -1, 2}, 2, 1).values(),
        1e-15);
  }

  /** The path of n nodes: I - L has eigenvalues 2 cos(πj/n) - 1, close together at the top. */
  @Test
  void blockKrylovFindsCrowdedEigenvaluesOfALongPath() {
    int n = 700;
    int k = 6;
    CsrMatrix path = path(n);
    SymmetricEigen eigen = SymmetricEigen.largest(path, k, 1e-9, 2000, 5);
    assertTrue(eigen.residual() <= 1e-9, "residual " + eigen.residual());
    for (int j = 0; j < k; j++) {
      assertEquals(2 * Math.cos(Math.PI * j / n) - 1, eigen.values()[j], 1e-11);
    }
    assertEquals(0, Matrices.lossOfOrthonormality(eigen.vectors(), n, k), 1e-12);
  }

  /** I - L of the path: 1 - degree on the diagonal, 1 beside it. */
  private static CsrMatrix path(int n) {
    int[] start = new int[n + 1];
    int[] column = new int[3 * n - 2];
    double[] value = new double[3 * n - 2];
    int used = 0;
    for (int i = 0; i < n; i++) {
      for (int j = Math.max(0, i - 1); j <= Math.min(n - 1, i + 1); j++) {
        column[used] = j;
        boolean end = i == 0 || i == n - 1;
        value[used++] = i == j ? (end ? 0 : -1) : 1;
      }
      start[i + 1] = used;
    }
    return CsrMatrix.of(start, column, value);
  }

  /** 20 rings apart: the value 1 comes twenty times, and its vectors span the rings' indicators. */
  @Test
  void findsAValueAsOftenAsTheGraphHasComponents() {
    int rings = 20;
    int size = 60;
    int n = rings * size;
    int[] row = new int[n];
    int[] column = new int[n];
    double[] value = new double[n];
    for (int i = 0; i < n; i++) {
      row[i] = i;
      column[i] = i / size * size + (i + 1) % size;
      value[i] = 1 + i % 3;
    }
    CsrMatrix graph = CsrMatrix.symmetrised(n, row, column, value);
    assertEquals(rings, Arrays.stream(graph.components()).max().getAsInt() + 1);
    CsrMatrix normalised = graph.normalised();
    SymmetricEigen eigen = SymmetricEigen.largest(normalised, rings, 1e-10, 500, 3);
    for (double lambda : eigen.values()) {
      assertEquals(1, lambda, 1e-10);
    }
    double[] degree = graph.rowSums();
    for (int i = 1;
        i < size;
        i++) { // within a ring, a vector is proportional to the root of degree
      for (int j = 0; j < rings; j++) {
        double first = eigen.vectors()[j] / Math.sqrt(degree[0]);
        assertEquals(first, eigen.vectors()[i * rings + j] / Math.sqrt(degree[i]), 1e-7);
      }
    }
  }

  @Test
  void pairsBeyondThoseWantedAreRoughButThoseWantedAreNot() {
    int n = 900;
    SymmetricEigen eigen = SymmetricEigen.largest(path(n), 2, 6, 1e-9, 2000, 5);
    assertEquals(8, eigen.k());
    assertTrue(eigen.residual() <= 1e-9, "residual " + eigen.residual());
    for (int j = 0; j < 8; j++) {
      double truth = 2 * Math.cos(Math.PI * j / n) - 1;
      assertEquals(truth, eigen.values()[j], j < 2 ? 1e-11 : SymmetricEigen.ROUGH);
    }
    assertEquals(0, Matrices.lossOfOrthonormality(eigen.vectors(), n, 8), 1e-12);
  }

  @Test
  void theNumberOfThreadsChangesNoBit() {
    CsrMatrix path = path(9000);
    torch.set_num_threads(1);
    double[] alone = SymmetricEigen.largest(path, 3, 1e-6, 3, 8).vectors();
    torch.set_num_threads(3);
    double[] together = SymmetricEigen.largest(path, 3, 1e-6, 3, 8).vectors();
    assertArrayEquals(alone, together);
  }

  @Test
  void theSameSeedGivesTheSameBytes() {
    CsrMatrix path = path(1500);
    assertArrayEquals(
        SymmetricEigen.largest(path, 3, 1e-6, 3, 8).vectors(),
        SymmetricEigen.largest(path, 3, 1e-6, 3, 8).vectors());
  }

  @Test
  void aDenseOperatorGivesWhatTheFullDecompositionGives() {
    int n = 700;
    double[] g = Matrices.normal(n * n, 1);
    double[] a = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        a[i * n + j] = g[i * n + j] + g[j * n + i];
      }
    }
    double[] full = SymmetricEigen.of(a, n).values();
    SymmetricEigen five = SymmetricEigen.largest(SymmetricOperator.dense(a, n), 5, 1e-9, 100, 2);
    assertArrayEquals(Arrays.copyOf(full, 5), five.values(), 1e-9);
  }

  @Test
  void identityAndZeroMatricesBreakNothing() {
    int n = 1200;
    int[] start = new int[n + 1];
    int[] column = new int[n];
    double[] ones = new double[n];
    for (int i = 0; i < n; i++) {
      start[i + 1] = i + 1;
      column[i] = i;
      ones[i] = 1;
    }
    SymmetricEigen identity = SymmetricEigen.largest(CsrMatrix.of(start, column, ones), 4, 1);
    assertArrayEquals(new double[] {1, 1, 1, 1}, identity.values(), 1e-12);
    assertEquals(0, Matrices.lossOfOrthonormality(identity.vectors(), n, 4), 1e-12);
    CsrMatrix zero = CsrMatrix.of(new int[n + 1], new int[0], new double[0]);
    assertArrayEquals(new double[4], SymmetricEigen.largest(zero, 4, 1).values());
  }

  @Test
  void addsUpAndSymmetrisesEntriesOfAnyOrder() {
    CsrMatrix w =
        CsrMatrix.symmetrised(
            3, new int[] {2, 0, 0, 1}, new int[] {0, 1, 1, 1}, new double[] {4, 1, 2, 5});
    double[] y = new double[9];
    w.apply(Matrices.identity(3), 3, y);
    assertArrayEquals(new double[] {0, 1.5, 2, 1.5, 5, 0, 2, 0, 0}, y);
    assertEquals(5, w.entries());
    assertArrayEquals(new double[] {3.5, 6.5, 2}, w.rowSums());
  }

  @Test
  void refusesRowsAndColumnsThatDoNotExist() {
    assertThrows(
        IllegalArgumentException.class,
        () -> CsrMatrix.of(new int[] {0, 1}, new int[] {1}, new double[] {1}));
    assertThrows(IllegalArgumentException.class, () -> SymmetricEigen.largest(path(4), 5, 1));
  }
}
