package dev.grassmann.clusters.ensc;

import dev.grassmann.clusters.Points;
import dev.grassmann.clusters.spectral.Top;
import dev.grassmann.engine.kernel.Kernel;
import java.util.Arrays;

/**
 * The atoms that one point may be written with, as they come to be known (You, Li, Robinson, Vidal
 * 2016, algorithm 1): those that correlate most, then those whose correlation with what is left
 * exceeds τ, while atoms without a coefficient leave.
 */
final class ActiveSet {
  private static final Kernel KERNEL = Kernel.best();
  private static final int CHUNK = 512;
  private static final double FLOAT_ROUNDING = 0x1p-24;

  /** Excess over τ from which on an atom outside is taken in. */
  private static final double EXCESS = 1e-10;

  private final Points points;
  private final int d;
  private final double tau;
  private final double gamma;
  private final double[] residual;
  private final Top best;

  private int size;
  private int point;
  private double weight;
  private int[] atom;
  private double[] coefficient;
  private int atoms;
  private double length; // of the residual
  private boolean open;

  /**
   * @param size atoms at first
   * @param gamma weight of the error, in units of the least that writes the point at all
   */
  ActiveSet(Points points, int size, double tau, double gamma) {
    this.points = points;
    this.d = points.d();
    this.tau = tau;
    this.gamma = gamma;
    this.size = Math.min(size, points.n() - 1);
    this.residual = new double[d];
    this.best = new Top(this.size);
    this.atom = new int[this.size];
    this.coefficient = new double[this.size];
  }

  /**
   * Starts with the atoms of largest magnitude among float32 correlations.
   *
   * @param correlations of the point with all atoms, n of them from {@code offset}
   */
  void start(int number, float[] correlations, int offset, ElasticNet net) {
    point = number;
    best.clear();
    int n = points.n();
    float least = 0; // nothing below it gets in: most chunks are passed over
    double[] kept = new double[size];
    for (int from = 0; from < n; from += CHUNK) {
      int count = Math.min(CHUNK, n - from);
      if (KERNEL.magnitude(correlations, offset + from, count) < least) {
        continue;
      }
      for (int j = from; j < from + count; j++) {
        if (j != point) {
          best.offer(j, Math.abs(correlations[offset + j]));
        }
      }
      least = (float) best.least();
    }
    atoms = best.copyTo(atom, kept, 0);
    double most = 0;
    for (int s = 0; s < atoms; s++) {
      coefficient[s] = 0;
      most =
          Math.max(
              most, Math.abs(KERNEL.dot(points.rows(), atom[s] * d, points.rows(), point * d, d)));
    }
    weight = most > 0 ? gamma * tau / most : 0;
    open = most > 0;
    solve(net);
  }

  private void solve(ElasticNet net) {
    if (open) {
      net.solve(point, weight, atom, coefficient, atoms);
      System.arraycopy(net.residual(), 0, residual, 0, d);
      length = Math.sqrt(KERNEL.dot(residual, 0, residual, 0, d));
    }
  }

  /** Whether some atom outside may still improve the code. */
  boolean isOpen() {
    return open;
  }

  /** Fills {@code target[offset .. offset + d)} with the residual scaled to length 1. */
  void copyDirection(float[] target, int offset) {
    for (int j = 0; j < d; j++) {
      target[offset + j] = (float) (residual[j] / length);
    }
  }

  /**
   * Takes in the atoms that violate their condition, the worst ones where there are too many, and
   * solves again; closed where there are none.
   *
   * @param correlations float32, of the direction with all atoms, n of them from {@code offset}
   */
  void improve(float[] correlations, int offset, ElasticNet net) {
    double scale = weight * length;
    double doubt = (d + 4) * FLOAT_ROUNDING;
    float least = (float) (tau / scale - doubt);
    int used = 0; // atoms with a coefficient stay
    for (int s = 0; s < atoms; s++) {
      if (coefficient[s] != 0) {
        atom[used] = atom[s];
        coefficient[used++] = coefficient[s];
      }
    }
    if (used > 0.8 * size) {
      grow(used);
    }
    Top violators = new Top(size - used);
    boolean any = false;
    int n = points.n();
    for (int from = 0; from < n; from += CHUNK) {
      int count = Math.min(CHUNK, n - from);
      if (KERNEL.magnitude(correlations, offset + from, count) < least) {
        continue;
      }
      for (int j = from; j < from + count; j++) {
        if (Math.abs(correlations[offset + j]) >= least && j != point) {
          double exact = weight * Math.abs(KERNEL.dot(points.rows(), j * d, residual, 0, d));
          if (exact > tau + EXCESS && !isIn(j, used)) {
            violators.offer(j, exact);
            any = true;
          }
        }
      }
    }
    open = any;
    atoms = used;
    if (any) {
      int more = violators.copyTo(atom, coefficient, used);
      Arrays.fill(coefficient, used, used + more, 0);
      atoms += more;
      solve(net);
    }
  }

  private boolean isIn(int number, int used) {
    for (int s = 0; s < used; s++) {
      if (atom[s] == number) {
        return true;
      }
    }
    return false;
  }

  private void grow(int used) {
    size =
        Math.min(points.n() - 1, Math.max(used + 1, (int) Math.round(1.1 * Math.max(used, size))));
    atom = Arrays.copyOf(atom, size);
    coefficient = Arrays.copyOf(coefficient, size);
  }

  int[] atom() {
    return atom;
  }

  double[] coefficient() {
    return coefficient;
  }

  int atoms() {
    return atoms;
  }
}
