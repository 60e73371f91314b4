package dev.grassmann.clusters.ensc;

import dev.grassmann.clusters.Points;
import dev.grassmann.clusters.spectral.CodeRows;
import dev.grassmann.clusters.spectral.Top;
import dev.grassmann.core.data.SparseMatrix;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.RowRanges;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;

/**
 * Elastic-net codes of all points, block by block: all points of a block meet all atoms in one
 * float32 product a round, which says who may violate its condition; float64 decides. O(n² d) a
 * round, O(n d) memory.
 *
 * @param gamma weight of the error, in units of the least that writes a point at all
 * @param tau share of the l1 norm, above 0, at most 1
 * @param size atoms that a point starts with
 * @param rounds in which atoms are taken in, at most
 * @param kept largest coefficients kept a point
 */
public record EnscCodes(double gamma, double tau, int size, int rounds, int kept) {
  private static final int MOST = 1 << 24; // products of a block: 64 MB
  private static final int BLOCK = 512;

  /** With a method's options. */
  public static EnscCodes of(EnscConfig config) {
    return new EnscCodes(
        config.gamma(), config.tau(), config.support(), config.rounds(), config.kept());
  }

  /**
   * Row i holds what point i is written with.
   *
   * @param points of length 1
   */
  public SparseMatrix of(Points points, Run run) {
    int n = points.n();
    int rowsAtOnce = Math.max(1, Math.min(Math.min(BLOCK, n), MOST / n));
    float[] products = new float[rowsAtOnce * n];
    CodeRows codes = new CodeRows(n);
    try (Scope scope = Scope.open()) {
      Tensor atoms = Tensors.of(points.toVectors());
      for (int from = 0; from < n; from += rowsAtOnce) {
        run.step("elastic net", from, n);
        int first = from;
        int count = Math.min(rowsAtOnce, n - from);
        ActiveSet[] block = new ActiveSet[count];
        multiply(atoms.narrow(0, from, count), atoms, products);
        RowRanges.forEach(
            count,
            4,
            (lo, hi) -> {
              ElasticNet net = new ElasticNet(points, tau);
              for (int i = lo; i < hi; i++) {
                block[i] = new ActiveSet(points, size, tau, gamma);
                block[i].start(first + i, products, i * n, net);
              }
            });
        improve(block, points, atoms, products);
        for (int i = 0; i < count; i++) {
          put(codes, first + i, block[i]);
        }
      }
    }
    run.step("elastic net", n, n);
    return codes.toMatrix();
  }

  private void improve(ActiveSet[] block, Points points, Tensor atoms, float[] products) {
    int n = points.n();
    int d = points.d();
    for (int round = 1; round < rounds; round++) {
      ActiveSet[] open = Arrays.stream(block).filter(ActiveSet::isOpen).toArray(ActiveSet[]::new);
      if (open.length == 0) {
        return;
      }
      float[] directions = new float[open.length * d];
      for (int i = 0; i < open.length; i++) {
        open[i].copyDirection(directions, i * d);
      }
      try (Scope scope = Scope.open()) {
        multiply(Tensors.of(directions, open.length, d), atoms, products);
      }
      RowRanges.forEach(
          open.length,
          4,
          (lo, hi) -> {
            ElasticNet net = new ElasticNet(points, tau);
            for (int i = lo; i < hi; i++) {
              open[i].improve(products, i * n, net);
            }
          });
    }
  }

  private static void multiply(Tensor rows, Tensor atoms, float[] products) {
    try (Scope scope = Scope.open()) {
      Tensors.copy(rows.matmul(atoms.t()), products, 0);
    }
  }

  /** The largest coefficients, each with its sign. */
  private void put(CodeRows codes, int row, ActiveSet set) {
    Top top = new Top(kept);
    for (int s = 0; s < set.atoms(); s++) {
      if (set.coefficient()[s] != 0) {
        top.offer(s, Math.abs(set.coefficient()[s]));
      }
    }
    int[] place = new int[kept];
    double[] value = new double[kept];
    int count = top.copyTo(place, value, 0);
    for (int e = 0; e < count; e++) {
      value[e] = set.coefficient()[place[e]];
      place[e] = set.atom()[place[e]];
    }
    codes.put(row, place, value, count);
  }
}
