package dev.grassmann.clusters.choice;

import dev.grassmann.clusters.Points;
import dev.grassmann.clusters.PrincipalDirections;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What is left of clusters' points when each cluster gets its k leading directions, and where that
 * suggests to stop.
 *
 * @param left share of the points' squared distance from their cluster's mean that is left, for k =
 *     0, 1, ...: mean over clusters by their points
 * @param drop for k = 1, 2, ...: how many times larger the k-th direction's variance is than the
 *     next one's, geometric mean over clusters
 */
public record ResidualCurve(double[] left, double[] drop) {
  /** A direction below this share of the first one's variance is rounding. */
  private static final double ROUNDING = 1e-10;

  /** A cluster says nothing of dimensions beyond a third of its points. */
  private static final int POINTS_A_DIMENSION = 3;

  private static final double HELD = 0.9;

  /** From here on a drop is an end, not an unevenness. */
  private static final double SHARP = 3;

  public ResidualCurve {
    left = left.clone();
    drop = drop.clone();
  }

  /** A copy. */
  @Override
  public double[] left() {
    return left.clone();
  }

  /** A copy. */
  @Override
  public double[] drop() {
    return drop.clone();
  }

  /**
   * Of all clusters.
   *
   * @param labels cluster of each point
   * @param most dimensions at most
   */
  static ResidualCurve of(Points points, int[] labels, int most) {
    int clusters = 1 + Arrays.stream(labels).max().orElseThrow();
    int reach = Math.min(most, Math.max(1, median(labels, clusters) / POINTS_A_DIMENSION));
    double[] left = new double[reach + 1];
    double[] logs = new double[reach];
    int counted = 0;
    for (int c = 0; c < clusters; c++) {
      int cluster = c;
      int[] members = IntStream.range(0, labels.length).filter(i -> labels[i] == cluster).toArray();
      double[] energy = energies(points, members, reach + 1);
      double whole = energy[energy.length - 1];
      if (whole <= 0) {
        continue; // all points in one place
      }
      double rest = whole;
      for (int k = 0; k <= reach; k++) {
        left[k] += members.length * Math.max(0, rest) / whole;
        rest -= energy[k];
      }
      for (int k = 0; k < reach; k++) {
        double floor = ROUNDING * energy[0];
        logs[k] +=
            members.length * Math.log(Math.max(floor, energy[k]) / Math.max(floor, energy[k + 1]));
      }
      counted += members.length;
    }
    int all = Math.max(1, counted);
    return new ResidualCurve(
        Arrays.stream(left).map(v -> v / all).toArray(),
        Arrays.stream(logs).map(v -> Math.exp(v / all)).toArray());
  }

  private static int median(int[] labels, int clusters) {
    int[] sizes = new int[clusters];
    for (int label : labels) {
      sizes[label]++;
    }
    Arrays.sort(sizes);
    return sizes[clusters / 2];
  }

  /**
   * Squared lengths along the leading directions from the mean, 0 where there are none; then all.
   */
  private static double[] energies(Points points, int[] members, int count) {
    int d = points.d();
    int m = members.length;
    double[] rows = points.rows(members);
    double[] mean = new double[d];
    for (int p = 0; p < rows.length; p++) {
      mean[p % d] += rows[p] / m;
    }
    double whole = 0;
    for (int p = 0; p < rows.length; p++) {
      rows[p] -= mean[p % d];
      whole += rows[p] * rows[p];
    }
    double[] energy = new double[count + 1];
    energy[count] = whole <= 1e-24 * m ? 0 : whole;
    if (energy[count] > 0) {
      double[] leading = PrincipalDirections.of(rows, m, d, count).energy();
      System.arraycopy(leading, 0, energy, 0, leading.length);
    }
    return energy;
  }

  /** Whether the variances end somewhere, instead of fading. */
  public boolean ends() {
    return drop[sharpest()] >= SHARP;
  }

  private int sharpest() {
    return IntStream.range(0, drop.length)
        .boxed()
        .max((a, b) -> Double.compare(drop[a], drop[b]))
        .orElse(0);
  }

  /** Where the variances end, or else the fewest directions that hold 90 % of them. */
  public int dimension() {
    if (ends()) {
      return sharpest() + 1;
    }
    for (int k = 1; k < left.length; k++) {
      if (left[k] <= 1 - HELD) {
        return k;
      }
    }
    return left.length - 1;
  }
}
