package dev.grassmann.tables.screening.mixed;

import dev.grassmann.tables.screening.sparse.Objective;
import dev.grassmann.tables.screening.sparse.Penalty;
import java.util.Arrays;
import java.util.List;

/** Minus the log likelihood of all clusters, a row, plus a penalty on the fixed effects. */
final class MixedObjective implements Objective {
  private final List<Cluster> clusters;
  private final Layout layout;
  private final Penalty penalty;
  private final double lambda;
  private final double rows;

  /**
   * @param lambda 0 where nothing is penalised; the intercept, coefficient 0, never is
   */
  MixedObjective(List<Cluster> clusters, Layout layout, Penalty penalty, double lambda) {
    this.clusters = clusters;
    this.layout = layout;
    this.penalty = penalty;
    this.lambda = lambda;
    this.rows = clusters.stream().mapToInt(Cluster::rows).sum();
  }

  @Override
  public int size() {
    return layout.size();
  }

  @Override
  public double weight(int coordinate) {
    return isPenalised(coordinate) ? lambda : 0;
  }

  private boolean isPenalised(int coordinate) {
    return lambda > 0 && coordinate > 0 && coordinate < layout.p();
  }

  @Override
  public double smooth(double[] b) {
    return smooth(b, null);
  }

  @Override
  public double smooth(double[] b, double[] gradient) {
    if (gradient != null) {
      Arrays.fill(gradient, 0);
    }
    ClusterLikelihood likelihood = new ClusterLikelihood(layout, b);
    double sum = 0;
    for (Cluster cluster : clusters) {
      sum += likelihood.of(cluster, gradient).minusLog();
    }
    double value = sum / rows;
    for (int j = 0; gradient != null && j < gradient.length; j++) {
      gradient[j] /= rows;
    }
    for (int j = 1; j < layout.p() && lambda > 0; j++) {
      value += penalty.concave(b[j], lambda);
      if (gradient != null) {
        gradient[j] += penalty.concaveGradient(b[j], lambda);
      }
    }
    return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
  }

  @Override
  public double lipschitz() {
    return Double.NaN; // a likelihood has none: steps are found by backtracking
  }
}
