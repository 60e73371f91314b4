/**
 * SSC-OMP, sparse subspace clustering by orthogonal matching pursuit (You, Robinson, Vidal 2016,
 * CVPR; arXiv 1507.01238): each point is written by few others, who writes whom is a graph, and the
 * graph is cut by its spectrum. Start at {@link dev.grassmann.clusters.ssc.SscOmp}; the mathematics
 * is {@link dev.grassmann.clusters.ssc.MatchingPursuit}.
 *
 * <p>Where it differs from the reference program, and why: equal correlations go to the point of
 * smaller number, so that rounding decides nothing; a pursuit ends when no point that is left
 * correlates with the residual, where the program goes on with rounding errors. Like the program it
 * stops at a squared residual below the threshold.
 */
package dev.grassmann.clusters.ssc;
