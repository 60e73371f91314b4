package dev.grassmann.clusters.choice;

/**
 * A number of clusters that was looked at.
 *
 * @param clusters K
 * @param gap how far the eigenvalues fall after the K-th
 * @param stability mean adjusted Rand index between clusterings of two parts of the points, on
 *     those in both: 1 for the same clusters each time, 0 for chance
 */
public record Candidate(int clusters, double gap, double stability) {
  /** What the recommended number has most of. */
  double score() {
    return gap * Math.max(0, stability);
  }
}
