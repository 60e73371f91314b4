package dev.grassmann.tables.screening.sparse;

import dev.grassmann.core.proof.Measured;
import dev.grassmann.core.run.Run;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The paper's study of speed: 2,050 normal columns, neighbours correlated by 0.5, and five groups
 * of ten coefficients with 500 zeros between them, signal to noise 5. Every solver minimises the
 * same objective (SCAD, lambda 0.2) from the signs of the covariances, and what is counted are the
 * iterations until its objective is within e^3 of the least that any of them finds.
 */
final class SpeedStudy {
  private static final int GROUP = 10;
  private static final int ZEROS = 500;
  private static final double[] MEANS = {0.5, 5, 10, 20, 50};
  private static final double[] DEVIATIONS = {1, 2, 3, 4, 5};
  private static final double NEIGHBOURS = 0.5;
  private static final double SIGNAL_TO_NOISE = 5;
  private static final double LAMBDA = 0.2;
  private static final double NEAR = Math.exp(3);
  private static final double TOLERANCE = 1e-4;
  private static final int MOST = 5_000;

  private static final List<Solver> SOLVERS =
      List.of(Solver.ACCELERATED, Solver.PROXIMAL_GRADIENT, Solver.GHADIMI_LAN);

  /** Rows, draws of ours, and the paper's medians of 100 draws in the order of the solvers. */
  private record Size(int rows, int draws, int[] paper) {}

  private static final List<Size> SIZES =
      List.of(
          new Size(200, 20, new int[] {11, 21, 19}),
          new Size(500, 20, new int[] {18, 38, 30}),
          new Size(1_000, 10, new int[] {32, 116, 51}));

  /** A median of ours may differ from the paper's by this share, or by one iteration. */
  private static final double SHARE = 0.15;

  private SpeedStudy() {}

  static Measured measure(Run run) {
    StringBuilder figures = new StringBuilder();
    boolean holds = true;
    for (Size size : SIZES) {
      double[][] counts = new double[SOLVERS.size()][size.draws];
      for (int draw = 0; draw < size.draws; draw++) {
        run.step("draws of " + size.rows + " rows", draw, size.draws);
        SplittableRandom random =
            run.but().seed(run.seed() + draw).build().random("speed study " + size.rows);
        int[] found = iterations(size.rows, random);
        for (int s = 0; s < found.length; s++) {
          counts[s][draw] = found[s];
        }
      }
      figures.append(figures.isEmpty() ? "" : "; ");
      for (int s = 0; s < counts.length; s++) {
        double median = SparseClaims.median(counts[s]);
        figures.append(s == 0 ? "" : ", ").append(String.format(Locale.ROOT, "%.1f", median));
        holds &= Math.abs(median - size.paper[s]) <= Math.max(1, SHARE * size.paper[s]);
      }
    }
    return Measured.of(figures.toString(), holds);
  }

  /** Of each solver, in order. */
  private static int[] iterations(int rows, RandomGenerator random) {
    double[] beta = coefficients(random);
    double[][] x = SparseProblem.columns(rows, beta.length, NEIGHBOURS, random);
    double[] y = outcomes(x, beta, random);
    PenalisedLoss objective =
        new PenalisedLoss(Block.of(x), y, Loss.LINEAR, new Penalty.Scad(3.7), LAMBDA);
    double[] start = signs(x, y);
    double[][] values = new double[SOLVERS.size()][];
    double least = Double.POSITIVE_INFINITY;
    for (int s = 0; s < values.length; s++) {
      values[s] = values(SOLVERS.get(s), objective, start);
      least = Math.min(least, Arrays.stream(values[s]).min().orElseThrow());
    }
    int[] iterations = new int[values.length];
    for (int s = 0; s < values.length; s++) {
      while (values[s][iterations[s]] > least + NEAR) {
        iterations[s]++;
      }
    }
    return iterations;
  }

  /** The objective before the first iteration and after each. */
  private static double[] values(Solver solver, PenalisedLoss objective, double[] start) {
    double[] values = new double[MOST + 1];
    values[0] = objective.value(start);
    Descent descent =
        solver.minimise(
            objective,
            start,
            TOLERANCE,
            MOST,
            (k, b) -> {
              values[k] = objective.value(b);
              return false;
            });
    return Arrays.copyOf(values, descent.iterations() + 1);
  }

  private static double[] coefficients(RandomGenerator random) {
    double[] beta = new double[MEANS.length * GROUP + (MEANS.length - 1) * ZEROS];
    for (int g = 0; g < MEANS.length; g++) {
      for (int j = 0; j < GROUP; j++) {
        beta[g * (GROUP + ZEROS) + j] = random.nextGaussian(MEANS[g], DEVIATIONS[g]);
      }
    }
    return beta;
  }

  private static double[] outcomes(double[][] x, double[] beta, RandomGenerator random) {
    double variance = 0;
    for (int a = 0; a < beta.length; a++) {
      for (int b = 0; b < beta.length && beta[a] != 0; b++) {
        variance += beta[a] * beta[b] * Math.pow(NEIGHBOURS, Math.abs(a - b));
      }
    }
    double[] y = new double[x[0].length];
    for (int i = 0; i < y.length; i++) {
      y[i] = Math.sqrt(variance / SIGNAL_TO_NOISE) * random.nextGaussian();
    }
    for (int j = 0; j < beta.length; j++) {
      for (int i = 0; i < y.length && beta[j] != 0; i++) {
        y[i] += beta[j] * x[j][i];
      }
    }
    return y;
  }

  /** Of the covariances of each column and the outcome; the columns have mean 0. */
  private static double[] signs(double[][] x, double[] y) {
    double[] signs = new double[x.length + 1];
    for (int j = 0; j < x.length; j++) {
      double sum = 0;
      for (int i = 0; i < y.length; i++) {
        sum += x[j][i] * y[i];
      }
      signs[j + 1] = Math.signum(sum);
    }
    return signs;
  }
}
