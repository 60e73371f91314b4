package dev.grassmann.tables.screening.sparse;

import java.util.random.RandomGenerator;

/**
 * The studies' linear model: normal columns, neighbours correlated, five coefficients of 2, -3, 4,
 * -5, 6 spread over them, signal to noise 5.
 */
final class SparseProblem {
  private static final double[] COEFFICIENTS = {2, -3, 4, -5, 6};
  private static final double SIGNAL_TO_NOISE = 5;
  private static final double EXACT = 1e-6;
  private static final int MOST = 20_000;

  private final Block block;
  private final double[] y;
  private final double lambdaMax;

  private SparseProblem(Block block, double[] y, double lambdaMax) {
    this.block = block;
    this.y = y;
    this.lambdaMax = lambdaMax;
  }

  static SparseProblem draw(int n, int p, double tau, RandomGenerator random) {
    double[][] x = columns(n, p, tau, random);
    int[] at = {10, p / 5, 2 * p / 5, 3 * p / 5, 4 * p / 5};
    double variance = 0;
    for (int a = 0; a < at.length; a++) {
      for (int b = 0; b < at.length; b++) {
        variance += COEFFICIENTS[a] * COEFFICIENTS[b] * Math.pow(tau, Math.abs(at[a] - at[b]));
      }
    }
    double[] y = new double[n];
    double mean = 0;
    for (int i = 0; i < n; i++) {
      y[i] = Math.sqrt(variance / SIGNAL_TO_NOISE) * random.nextGaussian();
      for (int a = 0; a < at.length; a++) {
        y[i] += COEFFICIENTS[a] * x[at[a]][i];
      }
      mean += y[i] / n;
    }
    for (int i = 0; i < n; i++) {
      y[i] -= mean;
    }
    Block block = Block.of(x);
    double[] products = new double[p + 1];
    block.transposedTimes(y, products);
    double max = 0;
    for (int j = 1; j <= p; j++) {
      max = Math.max(max, Math.abs(products[j]) / n);
    }
    return new SparseProblem(block, y, max);
  }

  /** Standardised columns of {@code n} rows, the correlation of neighbours {@code tau}. */
  static double[][] columns(int n, int p, double tau, RandomGenerator random) {
    double[][] x = new double[p][n];
    for (int i = 0; i < n; i++) {
      double last = 0;
      for (int j = 0; j < p; j++) {
        double fresh = random.nextGaussian();
        last = j == 0 ? fresh : tau * last + Math.sqrt(1 - tau * tau) * fresh;
        x[j][i] = last;
      }
    }
    for (double[] column : x) {
      standardise(column);
    }
    return x;
  }

  private static void standardise(double[] column) {
    double mean = 0;
    for (double number : column) {
      mean += number / column.length;
    }
    double squares = 0;
    for (double number : column) {
      squares += (number - mean) * (number - mean) / column.length;
    }
    for (int i = 0; i < column.length; i++) {
      column[i] = (column[i] - mean) / Math.sqrt(squares);
    }
  }

  private PenalisedLoss objective(Penalty penalty, double lambda) {
    return new PenalisedLoss(block, y, Loss.LINEAR, penalty, lambda);
  }

  /** The objective that a solver ends at, from 0. */
  double minimum(Solver solver, Penalty penalty, double share) {
    PenalisedLoss objective = objective(penalty, share * lambdaMax);
    Descent descent =
        solver.minimise(objective, new double[block.size()], 1e-10, MOST, Descent.Watch.NONE);
    return objective.value(descent.coefficients());
  }

  /** The least objective of the gradient solvers. */
  double best(Penalty penalty, double share) {
    double best = Double.POSITIVE_INFINITY;
    for (Solver solver :
        new Solver[] {Solver.ACCELERATED, Solver.PROXIMAL_GRADIENT, Solver.CONJUGATE_GRADIENT}) {
      best = Math.min(best, minimum(solver, penalty, share));
    }
    return best;
  }

  /** Iterations from 0 until the objective is within 1e-6, relative, of the best. */
  int iterations(Solver solver, Penalty penalty, double share, double best) {
    return until(solver, penalty, share, best)[0];
  }

  /** Gradients until then. */
  int gradients(Solver solver, Penalty penalty, double share, double best) {
    return until(solver, penalty, share, best)[1];
  }

  private int[] until(Solver solver, Penalty penalty, double share, double best) {
    PenalisedLoss objective = objective(penalty, share * lambdaMax);
    PenalisedLoss judge = objective(penalty, share * lambdaMax);
    double target = best + EXACT * Math.abs(best);
    Descent descent =
        solver.minimise(
            objective, new double[block.size()], 1e-15, MOST, (k, b) -> judge.value(b) <= target);
    return new int[] {descent.iterations(), objective.gradients()};
  }
}
