package dev.grassmann.tables.screening.mixed;

import dev.grassmann.tables.screening.sparse.Objective;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The last steps to an optimum that conjugate gradients have come close to: Newton's, with second
 * derivatives by differences of the gradient, damped until they fall (Levenberg, Marquardt), on the
 * coordinates that are not held at 0. A likelihood whose scatter nearly vanishes, or whose degrees
 * of freedom grow without end, has flat directions along which conjugate gradients take thousands
 * of steps.
 */
final class Newton {
  private static final double STEP = 1e-5;
  private static final int ROUNDS = 60;
  private static final int DAMPINGS = 30;
  private static final double SMALLEST_DAMPING = 1e-10;

  private final Objective objective;
  private final int[] free;

  private Newton(Objective objective, double[] start) {
    this.objective = objective;
    this.free =
        IntStream.range(0, start.length)
            .filter(j -> objective.weight(j) == 0 || start[j] != 0)
            .toArray();
  }

  /** Coordinates from which no step falls, or whose reduced gradient is below the tolerance. */
  static double[] polished(Objective objective, double[] start, double tolerance) {
    return new Newton(objective, start).run(start, tolerance);
  }

  private double[] run(double[] start, double tolerance) {
    double[] x = start.clone();
    double value = objective.value(x);
    double damping = 1e-6;
    for (int round = 0; round < ROUNDS; round++) {
      double[] gradient = reduced(x);
      double largest = Arrays.stream(gradient).map(Math::abs).max().orElse(0);
      if (largest < tolerance) {
        return x;
      }
      double[] curvature = curvature(x);
      double before = value;
      for (int trial = 0; trial < DAMPINGS; trial++) {
        double[] next = step(x, gradient, curvature, damping);
        double there = next == null ? Double.POSITIVE_INFINITY : objective.value(next);
        if (there < value) {
          x = next;
          value = there;
          damping = Math.max(SMALLEST_DAMPING, damping / 10);
          break;
        }
        damping *= 10;
      }
      if (value == before) {
        return x; // no step falls: as exact as the numbers are
      }
    }
    return x;
  }

  /** The gradient of smooth part and weights on the free coordinates, whose signs are kept. */
  private double[] reduced(double[] x) {
    double[] gradient = new double[x.length];
    objective.smooth(x, gradient);
    return IntStream.of(free)
        .mapToDouble(j -> gradient[j] + objective.weight(j) * Math.signum(x[j]))
        .toArray();
  }

  private double[] curvature(double[] x) {
    int m = free.length;
    double[] curvature = new double[m * m];
    double[] high = new double[x.length];
    double[] low = new double[x.length];
    for (int a = 0; a < m; a++) {
      double[] up = x.clone();
      double[] down = x.clone();
      up[free[a]] += STEP;
      down[free[a]] -= STEP;
      objective.smooth(up, high);
      objective.smooth(down, low);
      for (int b = 0; b < m; b++) {
        double second = (high[free[b]] - low[free[b]]) / (2 * STEP);
        curvature[a * m + b] += second / 2; // the two halves of a symmetric matrix
        curvature[b * m + a] += second / 2;
      }
    }
    return curvature;
  }

  /** null where the damped curvature is not positive, or a penalised coordinate would pass 0. */
  private double[] step(double[] x, double[] gradient, double[] curvature, double damping) {
    int m = free.length;
    double[] damped = curvature.clone();
    for (int a = 0; a < m; a++) {
      damped[a * m + a] += damping * (1e-3 + Math.abs(curvature[a * m + a]));
    }
    if (!SmallMatrix.factor(damped, m)) {
      return null;
    }
    double[] move = gradient.clone();
    SmallMatrix.solve(damped, m, move);
    double[] next = x.clone();
    for (int a = 0; a < m; a++) {
      next[free[a]] -= move[a];
      if (objective.weight(free[a]) > 0 && next[free[a]] * x[free[a]] <= 0) {
        return null;
      }
    }
    return next;
  }
}
