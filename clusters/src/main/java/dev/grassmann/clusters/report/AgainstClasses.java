package dev.grassmann.clusters.report;

import dev.grassmann.clusters.metrics.Agreement;
import dev.grassmann.core.data.Labels;

/**
 * Clusters beside classes.
 *
 * @param classes class of each point
 * @param agreement accuracy and its kin
 * @param matching class that each cluster is matched with, -1 for a cluster left over
 * @param selfExpressionError mean share of a point's coefficients that lies on other classes, 0 to
 *     1; NaN where the coefficients were not kept
 */
public record AgainstClasses(
    Labels classes, Agreement agreement, int[] matching, double selfExpressionError) {
  public AgainstClasses {
    matching = matching.clone();
  }

  /** A copy of the matching. */
  @Override
  public int[] matching() {
    return matching.clone();
  }
}
