package dev.grassmann.clusters.metrics;

import dev.grassmann.core.data.SparseMatrix;

/** What a self-expressive representation is worth, where classes are known. */
public final class SelfExpression {
  private SelfExpression() {}

  /**
   * Mean over points of the share of a point's coefficients, by absolute value, that lies on points
   * of other classes: 0 where every point is written by its own class, 1 where by others only (You,
   * Robinson, Vidal 2016). Points without coefficients have no error.
   *
   * @param codes n × n: row i holds what point i is written with
   * @param truth class of each point, n of them
   */
  public static double error(SparseMatrix codes, int[] truth) {
    if (truth.length != codes.rows()) {
      throw new IllegalArgumentException(truth.length + " classes, " + codes.rows() + " points");
    }
    double sum = 0;
    for (int i = 0; i < codes.rows(); i++) {
      double all = 0;
      double wrong = 0;
      for (int e = codes.start(i); e < codes.start(i + 1); e++) {
        double magnitude = Math.abs(codes.value(e));
        all += magnitude;
        wrong += truth[codes.column(e)] == truth[i] ? 0 : magnitude;
      }
      sum += all > 0 ? wrong / all : 0;
    }
    return sum / codes.rows();
  }
}
