package dev.grassmann.engine.linalg;

import dev.grassmann.core.InputException;

/**
 * Number of clusters by the largest gap between neighbouring eigenvalues of the normalised affinity
 * (von Luxburg 2007, section 8.3): K clusters give K eigenvalues near 1.
 */
public final class Eigengap {
  private Eigengap() {}

  /**
   * The K from 2 on after which the eigenvalues fall most; of equal gaps the first.
   *
   * @param values eigenvalues, descending, at least 3
   * @throws InputException where all gaps are the same but for rounding: the graph shows no
   *     clusters
   */
  public static int clusters(double[] values) {
    int best = 2;
    for (int k = 3; k < values.length; k++) {
      if (gap(values, k) > gap(values, best)) {
        best = k;
      }
    }
    if (gap(values, best) < 1e-9) {
      throw new InputException(
          "the " + values.length + " largest eigenvalues show no gap",
          "",
          "give the number of clusters with --clusters");
    }
    return best;
  }

  /** How far the eigenvalues fall from the k-th to the next, k counted from 1. */
  public static double gap(double[] values, int k) {
    return values[k - 1] - values[k];
  }
}
