package dev.grassmann.tables.screening.mixed;

import dev.grassmann.core.run.Run;
import dev.grassmann.tables.screening.sparse.ConjugateGradient;
import dev.grassmann.tables.screening.sparse.Descent;
import dev.grassmann.tables.screening.sparse.Penalty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the parameters of smallest penalised minus log likelihood by proximal conjugate gradients,
 * from several degrees of freedom where they are estimated: the likelihood has more than one
 * valley.
 */
final class MixedFitter {
  private static final double[] STARTS = {2, 6, 40};

  /** Rounds of weights where single rows may be outliers. */
  private static final int ROUNDS = 100;

  private static final double SETTLED = 1e-8;

  /** Turns of both solvers, and iterations of the first in the first turn; it doubles. */
  private static final int TURNS = 6;

  private static final int BURST = 100;

  /** The largest derivative, a row, from which Newton's steps find the rest; a tenth each turn. */
  private static final double CLOSE = 1e-4;

  private final MixedConfig config;
  private final Penalty penalty;
  private final double lambda;
  private final Run run;

  MixedFitter(MixedConfig config, Run run) {
    this.config = config;
    this.run = run;
    this.lambda = config.penalty() == MixedConfig.PenaltyKind.NONE ? 0 : config.lambda();
    this.penalty =
        switch (config.penalty()) {
          case SCAD -> new Penalty.Scad(config.a());
          case MCP -> new Penalty.Mcp(config.gamma());
          case NONE, LASSO -> new Penalty.Lasso();
        };
  }

  /**
   * A fit in scaled units.
   *
   * @param clusters that it was fitted to; weighted ones where rows may be outliers
   * @param rowWeights by cluster and row; empty unless rows may be outliers
   */
  record Fitted(
      Layout layout,
      double[] parameters,
      double minusLog,
      int iterations,
      boolean converged,
      List<Cluster> clusters,
      List<double[]> rowWeights) {}

  Fitted fit(MixedFrame frame, MixedConfig.Tails tails) {
    if (config.level() == MixedConfig.Level.ROW && tails != MixedConfig.Tails.GAUSSIAN) {
      return byRows(frame);
    }
    Layout layout = layout(frame, tails);
    double[] first = start(frame.clusters(), layout);
    Fitted best = null;
    double[] starts = tails == MixedConfig.Tails.ESTIMATED ? STARTS : new double[1];
    for (double nu : starts) {
      run.step("fitting the mixed model", 0, starts.length);
      double[] start = first.clone();
      if (tails == MixedConfig.Tails.ESTIMATED) {
        start[layout.scale() + 1] = Math.log(nu - Layout.LEAST_NU);
      }
      Fitted fitted = descend(frame.clusters(), layout, start, List.of());
      if (best == null || fitted.minusLog() < best.minusLog()) {
        best = fitted;
      }
    }
    return best;
  }

  /**
   * Weights of rows from their residuals given the random effects, and a Gaussian fit of the
   * weighted rows, in turns.
   */
  private Fitted byRows(MixedFrame frame) {
    Layout layout = layout(frame, MixedConfig.Tails.GAUSSIAN);
    List<Cluster> clusters = frame.clusters();
    double[] at = start(clusters, layout);
    Fitted fitted = null;
    List<double[]> weights = new ArrayList<>();
    clusters.forEach(cluster -> weights.add(ones(cluster.rows())));
    for (int round = 0; round < ROUNDS; round++) {
      run.step("weighing rows", round, ROUNDS);
      List<Cluster> weighted = new ArrayList<>();
      for (int c = 0; c < clusters.size(); c++) {
        double[] roots = Arrays.stream(weights.get(c)).map(Math::sqrt).toArray();
        weighted.add(clusters.get(c).weighted(roots));
      }
      fitted = descend(weighted, layout, at, List.copyOf(weights));
      double moved = 0;
      for (int j = 0; j < layout.p(); j++) {
        moved = Math.max(moved, Math.abs(fitted.parameters()[j] - at[j]));
      }
      at = fitted.parameters();
      reweigh(clusters, weighted, layout, at, weights);
      if (round > 0 && moved < SETTLED) {
        break;
      }
    }
    return fitted;
  }

  private void reweigh(
      List<Cluster> clusters,
      List<Cluster> weighted,
      Layout layout,
      double[] at,
      List<double[]> weights) {
    ClusterLikelihood likelihood = new ClusterLikelihood(layout, at);
    double variance = Math.exp(2 * at[layout.scale()]);
    for (int c = 0; c < clusters.size(); c++) {
      Cluster cluster = clusters.get(c);
      double[] effects = likelihood.of(weighted.get(c), null).effects();
      double[] residuals = likelihood.of(cluster, null).residuals();
      double[] fresh = new double[cluster.rows()];
      for (int row = 0; row < fresh.length; row++) {
        double left = residuals[row];
        for (int k = 0; k < layout.q(); k++) {
          left -= cluster.z()[row * layout.q() + k] * effects[k];
        }
        fresh[row] = (config.nu() + 1) / (config.nu() + left * left / variance);
      }
      weights.set(c, fresh);
    }
  }

  /** Conjugate gradients until they are close, Newton's steps to the end, and a check of both. */
  private Fitted descend(
      List<Cluster> clusters, Layout layout, double[] start, List<double[]> rowWeights) {
    MixedObjective objective = new MixedObjective(clusters, layout, penalty, lambda);
    double[] at = start;
    int iterations = 0;
    boolean converged = false;
    for (int turn = 0; turn < TURNS && !converged; turn++) {
      int left = Math.min(BURST << turn, config.iterations() - iterations);
      if (left <= 0) {
        break;
      }
      run.step("fitting the mixed model", iterations, config.iterations());
      Descent descent =
          ConjugateGradient.minimise(
              objective,
              at,
              Math.max(CLOSE * Math.pow(10, -turn), config.tolerance() / 10),
              left,
              Descent.Watch.NONE);
      iterations += descent.iterations();
      at = Newton.polished(objective, descent.coefficients(), config.tolerance() / 10);
      double[] gradient = new double[at.length];
      objective.smooth(at, gradient);
      converged = objective.residual(at, gradient) <= config.tolerance();
    }
    double rows = clusters.stream().mapToInt(Cluster::rows).sum();
    double minusLog = new MixedObjective(clusters, layout, penalty, 0).smooth(at) * rows;
    return new Fitted(layout, at, minusLog, iterations, converged, clusters, rowWeights);
  }

  private Layout layout(MixedFrame frame, MixedConfig.Tails tails) {
    return new Layout(frame.fixed().size(), frame.random().size(), tails, config.nu());
  }

  /**
   * Least squares with a touch of ridge; half of what is left to the clusters, half to the rows.
   */
  private static double[] start(List<Cluster> clusters, Layout layout) {
    int p = layout.p();
    double[] xx = new double[p * p];
    double[] xy = new double[p];
    int rows = 0;
    for (Cluster cluster : clusters) {
      rows += cluster.rows();
      for (int row = 0; row < cluster.rows(); row++) {
        for (int a = 0; a < p; a++) {
          double xa = cluster.x()[row * p + a];
          xy[a] += xa * cluster.y()[row];
          for (int b = 0; b < p; b++) {
            xx[a * p + b] += xa * cluster.x()[row * p + b];
          }
        }
      }
    }
    for (int a = 0; a < p; a++) {
      xx[a * p + a] += 1e-6 * rows;
    }
    SmallMatrix.factor(xx, p); // positive definite by the ridge
    SmallMatrix.solve(xx, p, xy);
    double[] start = new double[layout.size()];
    System.arraycopy(xy, 0, start, 0, p);
    double squares = 0;
    for (Cluster cluster : clusters) {
      for (int row = 0; row < cluster.rows(); row++) {
        double left = cluster.y()[row];
        for (int a = 0; a < p; a++) {
          left -= cluster.x()[row * p + a] * xy[a];
        }
        squares += left * left;
      }
    }
    double half = Math.log(Math.sqrt(Math.max(1e-12, squares / rows) / 2));
    int at = p;
    for (int i = 0; i < layout.q(); i++) {
      for (int j = 0; j <= i; j++) {
        start[at++] = i == j ? half : 0;
      }
    }
    start[layout.scale()] = half;
    return start;
  }

  private static double[] ones(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }
}
