package dev.grassmann.clusters;

import dev.grassmann.core.result.Clustering;
import dev.grassmann.core.subspace.Subspace;
import dev.grassmann.engine.linalg.Products;
import dev.grassmann.engine.linalg.SymmetricEigen;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Fits a subspace to each cluster of points: the leading right singular vectors of its points.
 *
 * @param dimension of each subspace, or 0 for as many directions as hold 95 % of a cluster's
 *     squared length, at most {@value #MOST}
 */
public record ClusterBases(int dimension) {
  /** Dimensions that a cluster is given at most where none is asked for. */
  public static final int MOST = 64;

  private static final double HELD = 0.95;

  /** Puts labels, subspaces and residuals together. */
  public Clustering clustering(
      String method, Points points, int[] labels, int clusters, double[] spectrum, int components) {
    List<Subspace> bases = new ArrayList<>();
    double[] residuals = new double[points.n()];
    double[] x = new double[points.d()];
    for (int c = 0; c < clusters; c++) {
      int cluster = c;
      int[] members = IntStream.range(0, labels.length).filter(i -> labels[i] == cluster).toArray();
      Subspace basis = members.length == 0 ? bases.get(0) : of(points, members);
      bases.add(basis);
      for (int i : members) {
        points.copyRow(i, x);
        residuals[i] = basis.residual(x);
      }
    }
    return new Clustering(method, labels, clusters, bases, residuals, spectrum, components);
  }

  /** The subspace nearest to some of the points, by the smaller of their two Gram matrices. */
  public Subspace of(Points points, int[] members) {
    int d = points.d();
    int m = members.length;
    double[] rows = new double[Math.multiplyExact(m, d)];
    for (int r = 0; r < m; r++) {
      System.arraycopy(points.rows(), members[r] * d, rows, r * d, d);
    }
    boolean tall = m > d;
    double[] gram =
        tall
            ? Products.transposedMultiply(rows, rows, d, m, d)
            : Products.multiplyTransposed(rows, rows, m, d, m);
    int most = Math.min(Math.min(m, d), dimension > 0 ? dimension : MOST);
    SymmetricEigen eigen = SymmetricEigen.largest(gram, tall ? d : m, most);
    int k = dimension > 0 ? most : held(eigen.values(), m);
    k = Math.max(1, Math.min(k, positive(eigen.values())));
    double[] leading = leading(eigen, k);
    double[] basis = tall ? leading : Products.transposedMultiply(rows, leading, d, m, k);
    return Subspace.spannedBy(basis, d, k);
  }

  private static double[] leading(SymmetricEigen eigen, int k) {
    double[] leading = new double[eigen.n() * k];
    for (int i = 0; i < eigen.n(); i++) {
      System.arraycopy(eigen.vectors(), i * eigen.k(), leading, i * k, k);
    }
    return leading;
  }

  /** Points have length 1, so that m points have m of squared length. */
  private static int held(double[] values, int m) {
    double sum = 0;
    int k = 0;
    while (k < values.length && sum < HELD * m) {
      sum += values[k++];
    }
    return k;
  }

  private static int positive(double[] values) {
    int k = 0;
    while (k < values.length && values[k] > 1e-10 * values[0]) {
      k++;
    }
    return k;
  }
}
