package dev.grassmann.clusters.ensc;

import dev.grassmann.clusters.Points;
import dev.grassmann.engine.kernel.Kernel;
import java.util.Arrays;

/**
 * One point written by some atoms: minimise τ ‖c‖₁ + (1 - τ)/2 ‖c‖² + g/2 ‖x - Σ c_i x_i‖² to
 * rounding. A few sweeps of coordinate descent say who takes part, and with which sign; then the
 * optimum under those signs is one linear system, as in feature-sign search (Lee and others 2007):
 * an atom whose coefficient would change its sign leaves, the one that misses its condition most
 * joins, until nobody does. The objective falls at each step, so it ends. One thread's working
 * memory.
 */
final class ElasticNet {
  private static final Kernel KERNEL = Kernel.best();
  private static final int SWEEPS = 6;

  /** Excess of a correlation over τ, relative to τ, that is rounding. */
  private static final double EXCESS = 1e-11;

  private final Points points;
  private final int d;
  private final double tau;
  private final double ridge;
  private final double[] residual;

  private int[] atom = new int[0];
  private double[] coefficient = new double[0];
  private int atoms;
  private double weight; // g

  private int[] active = new int[16]; // places in atom
  private int actives;
  private double[] gram = new double[16 * 16]; // of the active atoms, row stride: capacity
  private int capacity = 16;
  private double[] own = new double[16]; // x · active atom
  private double[] factor = new double[16 * 16];
  private double[] target = new double[16];

  /**
   * @param tau share of the l1 norm, above 0, at most 1
   */
  ElasticNet(Points points, double tau) {
    this.points = points;
    this.d = points.d();
    this.tau = tau;
    this.ridge = 1 - tau;
    this.residual = new double[d];
  }

  /**
   * Solves.
   *
   * @param point the one to be written
   * @param g weight of the error
   * @param some atoms; the array is kept until the next call
   * @param start coefficients to start from, in the order of the atoms; overwritten by the optimum
   */
  void solve(int point, double g, int[] some, double[] start, int count) {
    atom = some;
    coefficient = start;
    atoms = count;
    weight = g;
    points.copyRow(point, residual);
    for (int s = 0; s < atoms; s++) {
      if (coefficient[s] != 0) {
        subtract(s, coefficient[s]);
      }
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      descend(sweep == 0 || sweep == 2);
    }
    activate(point);
    int limit = 50 + 10 * atoms; // never reached but for ties in rounding
    boolean more = true;
    for (int step = 0; step < limit && more; step++) {
      settle();
      more = join(point);
    }
  }

  /** What the atoms leave of the point: this object's own array, until the next call. */
  double[] residual() {
    return residual;
  }

  private double correlation(int s) {
    return weight * KERNEL.dot(points.rows(), atom[s] * d, residual, 0, d);
  }

  private void subtract(int s, double amount) {
    KERNEL.axpy(-amount, points.rows(), atom[s] * d, residual, 0, d);
  }

  /** A sweep of coordinate descent over all atoms, or over those that take part. */
  private void descend(boolean all) {
    for (int s = 0; s < atoms; s++) {
      double now = coefficient[s];
      if (all || now != 0) {
        double pull = correlation(s) + weight * now; // atoms have length 1
        double next = soft(pull) / (weight + ridge);
        if (next != now) {
          coefficient[s] = next;
          subtract(s, next - now);
        }
      }
    }
  }

  private double soft(double pull) {
    return pull > tau ? pull - tau : pull < -tau ? pull + tau : 0;
  }

  private void activate(int point) {
    actives = 0;
    for (int s = 0; s < atoms; s++) {
      if (coefficient[s] != 0) {
        add(point, s);
      }
    }
  }

  private void add(int point, int s) {
    if (actives == capacity) {
      grow();
    }
    double[] rows = points.rows();
    for (int a = 0; a < actives; a++) {
      double product = KERNEL.dot(rows, atom[active[a]] * d, rows, atom[s] * d, d);
      gram[actives * capacity + a] = product;
      gram[a * capacity + actives] = product;
    }
    gram[actives * capacity + actives] = KERNEL.dot(rows, atom[s] * d, rows, atom[s] * d, d);
    own[actives] = KERNEL.dot(rows, atom[s] * d, rows, point * d, d);
    active[actives++] = s;
  }

  private void grow() {
    int wider = 2 * capacity;
    double[] spread = new double[wider * wider];
    for (int a = 0; a < actives; a++) {
      System.arraycopy(gram, a * capacity, spread, a * wider, actives);
    }
    gram = spread;
    factor = new double[wider * wider];
    active = Arrays.copyOf(active, wider);
    own = Arrays.copyOf(own, wider);
    target = Arrays.copyOf(target, wider);
    capacity = wider;
  }

  private void remove(int a) {
    coefficient[active[a]] = 0;
    actives--;
    for (int b = a; b < actives; b++) {
      active[b] = active[b + 1];
      own[b] = own[b + 1];
    }
    for (int r = 0; r < actives; r++) {
      int from = r < a ? r : r + 1;
      for (int c = 0; c < actives; c++) {
        gram[r * capacity + c] = gram[from * capacity + (c < a ? c : c + 1)];
      }
    }
  }

  /** The optimum under the active atoms' signs; those that would change theirs leave on the way. */
  private void settle() {
    while (actives > 0) {
      for (int a = 0; a < actives; a++) {
        target[a] = weight * own[a] - tau * Math.signum(coefficient[active[a]]);
      }
      int dependent = solveTargets();
      if (dependent >= 0) {
        exchange(dependent);
        continue;
      }
      double share = 1; // of the way to the target that keeps all signs
      int leaves = -1;
      for (int a = 0; a < actives; a++) {
        double now = coefficient[active[a]];
        if (now * target[a] <= 0) {
          double until = now / (now - target[a]);
          if (until < share) {
            share = until;
            leaves = a;
          }
        }
      }
      for (int a = 0; a < actives; a++) {
        coefficient[active[a]] += share * (target[a] - coefficient[active[a]]);
      }
      if (leaves < 0) {
        return;
      }
      remove(leaves);
    }
  }

  /**
   * An atom that is a combination of those before it, where no ridge tells them apart: along that
   * combination the error stays and the l1 norm falls, or at least does not rise, until one of them
   * leaves.
   */
  private void exchange(int dependent) {
    double[] move = new double[dependent + 1]; // weights of the combination, in target's place
    for (int b = dependent - 1; b >= 0; b--) {
      double rest = factor[dependent * capacity + b];
      for (int a = b + 1; a < dependent; a++) {
        rest += factor[a * capacity + b] * move[a];
      }
      move[b] = -rest / factor[b * capacity + b];
    }
    move[dependent] = 1;
    double slope = 0;
    for (int a = 0; a <= dependent; a++) {
      slope += move[a] * Math.signum(coefficient[active[a]]);
    }
    double way = slope > 0 ? -1 : 1;
    double until = Double.POSITIVE_INFINITY;
    int leaves = dependent;
    for (int a = 0; a <= dependent; a++) {
      double ratio = -coefficient[active[a]] / (way * move[a]);
      if (ratio >= 0 && ratio < until) {
        until = ratio;
        leaves = a;
      }
    }
    if (Double.isInfinite(until)) {
      remove(dependent);
      return;
    }
    for (int a = 0; a <= dependent; a++) {
      coefficient[active[a]] += until * way * move[a];
    }
    remove(leaves);
  }

  /**
   * target ← (g G + (1 - τ) I)⁻¹ target, by Cholesky.
   *
   * @return the first active atom that depends on those before it, or -1
   */
  private int solveTargets() {
    for (int a = 0; a < actives; a++) {
      for (int b = 0; b <= a; b++) {
        double entry = weight * gram[a * capacity + b] + (a == b ? ridge : 0);
        entry -= KERNEL.dot(factor, a * capacity, factor, b * capacity, b);
        if (a == b) {
          if (entry <= 1e-12 * weight) {
            return a;
          }
          factor[a * capacity + a] = Math.sqrt(entry);
        } else {
          factor[a * capacity + b] = entry / factor[b * capacity + b];
        }
      }
      double forward = target[a] - KERNEL.dot(factor, a * capacity, target, 0, a);
      target[a] = forward / factor[a * capacity + a];
    }
    for (int a = actives - 1; a >= 0; a--) {
      double rest = target[a];
      for (int b = a + 1; b < actives; b++) {
        rest -= factor[b * capacity + a] * target[b];
      }
      target[a] = rest / factor[a * capacity + a];
    }
    return -1;
  }

  /** Takes in the atom whose correlation exceeds τ most, with a first, tiny coefficient. */
  private boolean join(int point) {
    points.copyRow(point, residual);
    for (int a = 0; a < actives; a++) {
      subtract(active[a], coefficient[active[a]]);
    }
    int worst = -1;
    double most = tau * (1 + EXCESS);
    double sign = 0;
    for (int s = 0; s < atoms; s++) {
      if (coefficient[s] == 0) {
        double pull = correlation(s);
        if (Math.abs(pull) > most) {
          most = Math.abs(pull);
          worst = s;
          sign = Math.signum(pull);
        }
      }
    }
    if (worst < 0) {
      return false;
    }
    coefficient[worst] = sign * Double.MIN_NORMAL;
    add(point, worst);
    return true;
  }
}
