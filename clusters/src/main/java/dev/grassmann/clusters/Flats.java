package dev.grassmann.clusters;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.ClusterGraph;
import dev.grassmann.core.result.Clustering;
import dev.grassmann.core.result.Flat;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.subspace.Subspace;
import dev.grassmann.engine.linalg.Products;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Fits a flat to each cluster, once it is known which points belong together.
 *
 * @param dimension directions of each flat; 0 for as many as hold 95 % of a cluster's squared
 *     length, at most {@value #MOST}
 * @param centred whether a flat goes through its cluster's mean; else through 0
 */
public record Flats(int dimension, boolean centred) {
  /** Directions that a cluster is given at most where no number is asked for. */
  public static final int MOST = 64;

  private static final double HELD = 0.95;

  /**
   * Puts labels, flats and residuals together.
   *
   * @param ids where the points' names come from
   * @param points what the flats are fitted to
   * @param labels cluster of each point, numbered by {@link Numbering}
   */
  public Clustering clustering(
      String method,
      Vectors ids,
      Points points,
      int[] labels,
      Optional<ClusterGraph> graph,
      Run run) {
    int clusters = 1 + Arrays.stream(labels).max().orElseThrow();
    List<Flat> flats = new ArrayList<>();
    double[] residuals = new double[points.n()];
    for (int c = 0; c < clusters; c++) {
      run.step("subspaces", c, clusters);
      int cluster = c;
      int[] members = IntStream.range(0, labels.length).filter(i -> labels[i] == cluster).toArray();
      flats.add(fit(points, members, residuals));
    }
    List<String> names = ids.ids().orElse(List.of());
    return new Clustering(method, labels, names, flats, residuals, points.isUnit(), graph);
  }

  private Flat fit(Points points, int[] members, double[] residuals) {
    int d = points.d();
    int m = members.length;
    double[] rows = points.rows(members);
    double[] mean = new double[d];
    if (centred) {
      for (int p = 0; p < rows.length; p++) {
        mean[p % d] += rows[p] / m;
      }
      for (int p = 0; p < rows.length; p++) {
        rows[p] -= mean[p % d];
      }
    }
    double whole = 0;
    for (double number : rows) {
      whole += number * number;
    }
    if (whole <= 1e-24 * m) {
      return new Flat(mean, Optional.empty()); // one point, or all in one place
    }
    int most = dimension > 0 ? dimension : MOST;
    PrincipalDirections directions = PrincipalDirections.of(rows, m, d, most);
    if (dimension == 0) {
      directions = directions.first(directions.holding(HELD, whole));
    }
    Subspace subspace = Subspace.spannedBy(directions.basis(), d, directions.k());
    measure(rows, members, subspace, residuals);
    return new Flat(mean, Optional.of(subspace));
  }

  /** Length of what is left of each row: subtracted, not computed from squares that cancel. */
  private static void measure(double[] rows, int[] members, Subspace subspace, double[] residuals) {
    int d = subspace.ambientDimension();
    int k = subspace.dimension();
    int m = members.length;
    double[] basis = subspace.basis();
    double[] along = Products.multiply(rows, basis, m, d, k);
    double[] near = Products.multiplyTransposed(along, basis, m, k, d);
    for (int r = 0; r < m; r++) {
      double square = 0;
      for (int p = r * d; p < (r + 1) * d; p++) {
        square += (rows[p] - near[p]) * (rows[p] - near[p]);
      }
      residuals[members[r]] = Math.sqrt(square);
    }
  }
}
