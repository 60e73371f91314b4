package dev.grassmann.tables.screening.sparse;

import java.util.Arrays;

/**
 * Proximal nonlinear conjugate gradients. Each iteration first makes a soft-thresholded gradient
 * step, which finds out what is 0; where it leaves the signs as they were, it then moves along a
 * conjugate direction (Polak, Ribière, never negative) among the coordinates that are not 0, on
 * which the objective is smooth. The first half alone converges, the second makes it fast.
 */
public final class ConjugateGradient {
  private static final double ARMIJO = 1e-4;
  private static final int TRIALS = 40;

  private final Objective objective;
  private final int size;
  private double[] x;
  private double[] gradient;
  private double value;
  private double step;
  private double[] direction;
  private double[] reducedBefore;
  private double lastMove;

  private ConjugateGradient(Objective objective, double[] start) {
    this.objective = objective;
    this.size = start.length;
    this.x = start.clone();
    this.gradient = new double[size];
    this.value = objective.smooth(x, gradient);
    double lipschitz = objective.lipschitz();
    this.step = Double.isNaN(lipschitz) ? 1 : 1 / lipschitz;
  }

  /**
   * Minimises from a start.
   *
   * @param start left as it is
   * @param tolerance largest component of the step's generalised gradient at which it ends
   * @param most iterations
   */
  public static Descent minimise(
      Objective objective, double[] start, double tolerance, int most, Descent.Watch watch) {
    ConjugateGradient run = new ConjugateGradient(objective, start);
    for (int k = 1; k <= most; k++) {
      double[] before = run.x;
      boolean known = !Double.isNaN(objective.lipschitz());
      double[] next = known ? run.thresholded() : run.backtracked();
      double most1 = 0;
      for (int j = 0; j < run.size; j++) {
        most1 = Math.max(most1, Math.abs(before[j] - next[j]) / run.step);
      }
      if (most1 < tolerance) {
        return new Descent(next, k, true);
      }
      boolean same = sameSigns(before, next);
      run.x = next;
      run.value = objective.smooth(next, run.gradient);
      if (same) {
        run.conjugateMove();
      } else {
        run.direction = null;
      }
      if (watch.enough(k, run.x)) {
        return new Descent(run.x, k, false);
      }
      if (same && run.lastMove == 0 && most1 * run.step <= 1e-15) {
        return new Descent(run.x, k, true); // nothing moves: as exact as the numbers are
      }
    }
    return new Descent(run.x, most, false);
  }

  private double[] thresholded() {
    double[] next = new double[size];
    for (int j = 0; j < size; j++) {
      next[j] = Penalty.soft(x[j] - step * gradient[j], step * objective.weight(j));
    }
    return next;
  }

  /** A step that the quadratic bound of its length holds for; lengths grow again between. */
  private double[] backtracked() {
    step *= 2;
    double[] next = thresholded();
    for (int trial = 0; trial < TRIALS; trial++) {
      double linear = 0;
      double squares = 0;
      for (int j = 0; j < size; j++) {
        double move = next[j] - x[j];
        linear += gradient[j] * move;
        squares += move * move;
      }
      double slack = 1e-12 * Math.abs(value); // rounding must not look like a rise
      if (objective.smooth(next) <= value + linear + squares / (2 * step) + slack) {
        break;
      }
      step /= 2;
      next = thresholded();
    }
    return next;
  }

  private static boolean sameSigns(double[] a, double[] b) {
    for (int j = 0; j < a.length; j++) {
      if (Math.signum(a[j]) != Math.signum(b[j])) {
        return false;
      }
    }
    return true;
  }

  /** Moves x along a conjugate direction of the objective restricted to what is not 0. */
  private void conjugateMove() {
    double[] reduced = new double[size];
    double squares = 0;
    for (int j = 0; j < size; j++) {
      double weight = objective.weight(j);
      boolean held = weight > 0 && x[j] == 0;
      reduced[j] = held ? 0 : gradient[j] + weight * Math.signum(x[j]);
      squares += reduced[j] * reduced[j];
    }
    double[] towards = towards(reduced);
    double slope = dot(towards, reduced);
    if (!(slope < 0)) {
      for (int j = 0; j < size; j++) {
        towards[j] = -reduced[j];
      }
      slope = -squares;
    }
    reducedBefore = reduced;
    direction = towards;
    lastMove = 0;
    if (slope < 0) {
      search(towards, slope);
    }
  }

  private double[] towards(double[] reduced) {
    double[] towards = new double[size];
    double beta = 0;
    if (direction != null) {
      double change = 0;
      for (int j = 0; j < size; j++) {
        change += reduced[j] * (reduced[j] - reducedBefore[j]);
      }
      beta = Math.max(0, change / dot(reducedBefore, reducedBefore));
    }
    for (int j = 0; j < size; j++) {
      towards[j] = -reduced[j] + (beta > 0 ? beta * direction[j] : 0);
    }
    return towards;
  }

  /** Backtracks by quadratic interpolation; never beyond the first change of a sign. */
  private void search(double[] towards, double slope) {
    double cap = Double.POSITIVE_INFINITY;
    int first = -1;
    for (int j = 0; j < size; j++) {
      double until = objective.weight(j) > 0 && x[j] * towards[j] < 0 ? -x[j] / towards[j] : cap;
      if (until < cap) {
        cap = until;
        first = j;
      }
    }
    double here = value + absolute(x);
    double t = Math.min(cap, lastTrial > 0 ? lastTrial : step);
    for (int trial = 0; trial < TRIALS; trial++) {
      double there = along(t, towards, t == cap ? first : -1);
      double bend = (there - here - slope * t) / (t * t);
      double best = bend > 0 ? Math.min(cap, -slope / (2 * bend)) : Math.min(cap, 10 * t);
      boolean falls = there <= here + ARMIJO * slope * t;
      // another trial where the parabola's minimum is elsewhere: on a quadratic it is exact
      if (falls && (Math.abs(best - t) <= 0.1 * t || trial > 2)) {
        accept(t, towards, t == cap ? first : -1);
        return;
      }
      double bounded = falls ? best : Math.max(0.1 * t, Math.min(0.5 * t, best));
      if (falls && along(bounded, towards, bounded == cap ? first : -1) > there) {
        accept(t, towards, t == cap ? first : -1);
        return;
      }
      t = bounded;
    }
    direction = null;
  }

  private double lastTrial;

  private void accept(double t, double[] towards, int zeroed) {
    lastTrial = t;
    lastMove = t;
    x = point(t, towards, zeroed);
    value = objective.smooth(x, gradient);
    if (zeroed >= 0) {
      direction = null; // another face: what was conjugate there is not here
    }
  }

  private double along(double t, double[] towards, int zeroed) {
    double[] there = point(t, towards, zeroed);
    return objective.smooth(there) + absolute(there);
  }

  private double[] point(double t, double[] towards, int zeroed) {
    double[] point = Arrays.copyOf(x, size);
    for (int j = 0; j < size; j++) {
      point[j] += t * towards[j];
    }
    if (zeroed >= 0) {
      point[zeroed] = 0;
    }
    return point;
  }

  private double absolute(double[] b) {
    double sum = 0;
    for (int j = 0; j < size; j++) {
      sum += objective.weight(j) * Math.abs(b[j]);
    }
    return sum;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }
}
