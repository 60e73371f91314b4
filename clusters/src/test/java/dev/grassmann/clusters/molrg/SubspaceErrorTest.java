package dev.grassmann.clusters.molrg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.grassmann.core.subspace.Subspace;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SubspaceErrorTest {
  @Test
  void theMatchingMakesTheLargestCellSmallNotTheSum() {
    // the least sum, 0 + 8, has a larger cell than 5 + 5
    SubspaceError error = SubspaceError.smallest(new double[][] {{0, 5}, {5, 8}});
    assertEquals(5, error.largest());
    assertArrayEquals(new int[] {1, 0}, error.match());
  }

  @Test
  void itIsTheLeastOverAllPermutations() {
    SplittableRandom random = new SplittableRandom(2);
    for (int trial = 0; trial < 50; trial++) {
      double[][] cells = new double[4][4];
      for (double[] row : cells) {
        java.util.Arrays.setAll(row, i -> random.nextDouble());
      }
      assertEquals(brute(cells, 0, 0), SubspaceError.smallest(cells).largest());
    }
  }

  private static double brute(double[][] cells, int row, int taken) {
    if (row == cells.length) {
      return 0;
    }
    double least = Double.POSITIVE_INFINITY;
    for (int c = 0; c < cells.length; c++) {
      if ((taken >> c & 1) == 0) {
        least = Math.min(least, Math.max(cells[row][c], brute(cells, row + 1, taken | 1 << c)));
      }
    }
    return least;
  }

  @Test
  void projectorsOfRightAnglesAreOneApartAndOfTheSameSubspaceZero() {
    List<Subspace> planted = new Planted(10, List.of(3, 3), true).draw(new SplittableRandom(1));
    assertEquals(1, SubspaceError.between(planted.get(0), planted.get(1)), 1e-12);
    assertEquals(0, SubspaceError.between(planted.get(0), planted.get(0)), 1e-12);
    assertEquals(
        0, SubspaceError.of(planted, List.of(planted.get(1), planted.get(0))).largest(), 1e-12);
  }

  @Test
  void aDirectionTooFewCostsWhatTheProjectorsSay() {
    Subspace three = new Planted(10, List.of(3), true).draw(new SplittableRandom(1)).get(0);
    double[] basis = three.basis();
    double[] two = new double[20];
    for (int j = 0; j < 10; j++) {
      two[2 * j] = basis[3 * j];
      two[2 * j + 1] = basis[3 * j + 1];
    }
    // ‖P - Q‖_F = 1 for one direction missing
    assertEquals(
        1 / Math.sqrt(6), SubspaceError.between(Subspace.ofOrthonormal(two, 10, 2), three), 1e-12);
  }
}
