package dev.grassmann.clusters.molrg;

import dev.grassmann.core.subspace.Distance;
import dev.grassmann.core.subspace.Subspace;
import java.util.Arrays;
import java.util.List;

/**
 * How far found subspaces are from true ones, whatever their order: the least over all matchings of
 * the largest ‖Û Ûᵀ - U Uᵀ‖_F / sqrt(2 d), 0 for the same subspaces and about 1 for unrelated ones.
 *
 * @param largest the error
 * @param match true subspace of each found one, by the matching
 */
record SubspaceError(double largest, int[] match) {
  /**
   * @param found as many as true ones, in the same space
   */
  static SubspaceError of(List<Subspace> found, List<Subspace> truth) {
    int k = truth.size();
    double[][] error = new double[k][k];
    for (int a = 0; a < k; a++) {
      for (int b = 0; b < k; b++) {
        error[a][b] = between(found.get(a), truth.get(b));
      }
    }
    return smallest(error);
  }

  /** ‖P - Q‖_F² = d_1 + d_2 - 2 ‖UᵀV‖² = 2 sum sin² + |d_1 - d_2|; sines do not cancel. */
  static double between(Subspace found, Subspace truth) {
    double chordal = found.distance(truth, Distance.CHORDAL);
    double square = 2 * chordal * chordal + Math.abs(found.dimension() - truth.dimension());
    return Math.sqrt(square / (2 * truth.dimension()));
  }

  /** The matching whose largest cell is smallest: the least bound under which one exists. */
  static SubspaceError smallest(double[][] error) {
    double[] bounds = Arrays.stream(error).flatMapToDouble(Arrays::stream).sorted().toArray();
    int low = 0;
    int high = bounds.length - 1; // under the largest of all, every matching is one
    while (low < high) {
      int middle = (low + high) / 2;
      if (matching(error, bounds[middle]) != null) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return new SubspaceError(bounds[low], matching(error, bounds[low]));
  }

  /** Columns of the rows, all cells at most the bound; null where there is no such matching. */
  private static int[] matching(double[][] error, double bound) {
    int k = error.length;
    int[] rowOf = new int[k];
    Arrays.fill(rowOf, -1);
    for (int row = 0; row < k; row++) {
      if (!augment(row, error, bound, rowOf, new boolean[k])) {
        return null;
      }
    }
    int[] match = new int[k];
    for (int column = 0; column < k; column++) {
      match[rowOf[column]] = column;
    }
    return match;
  }

  private static boolean augment(
      int row, double[][] error, double bound, int[] rowOf, boolean[] seen) {
    for (int column = 0; column < rowOf.length; column++) {
      if (error[row][column] <= bound && !seen[column]) {
        seen[column] = true;
        if (rowOf[column] < 0 || augment(rowOf[column], error, bound, rowOf, seen)) {
          rowOf[column] = row;
          return true;
        }
      }
    }
    return false;
  }
}
