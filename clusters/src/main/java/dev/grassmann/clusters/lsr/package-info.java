/**
 * LSR, subspace clustering by least squares regression (Lu, Min, Zhao, Zhu, Huang, Yan 2012): each
 * point is written by all points with a ridge, in closed form. Both forms of the paper, with and
 * without points that may write themselves, come from one Cholesky factorisation of the smaller of
 * the two Gram matrices; see {@code LeastSquares}. With {@code --top} only the strongest
 * coefficients of each point make the graph, and no n × n matrix is ever there in full. Start at
 * {@link dev.grassmann.clusters.lsr.Lsr}.
 *
 * <p>The affinity is (|C| + |C|ᵀ) / 2 as in the paper; the reference program scales each point's
 * coefficients to length 1 first ({@code --scaling l2}).
 */
package dev.grassmann.clusters.lsr;
