/**
 * SSC, sparse subspace clustering (Elhamifar, Vidal 2013; arXiv 1203.1005): each point is written
 * by others with an l1 penalty on the coefficients, all points at once by alternating directions;
 * with {@code --affine} coefficients sum to 1, with {@code --outliers} single coordinates may be
 * wrong. Start at {@link dev.grassmann.clusters.lasso.Ssc}; the mathematics is {@code LassoAdmm}.
 *
 * <p>Where it differs from the authors' program: the affinity takes coefficients as they are, as in
 * the paper's algorithm 1 ({@code --scaling max} for the program's); sweeps are O(n² d) and not
 * O(n³) where points are many. Like the program, a sweep makes the diagonal 0 after it has solved
 * for all of Z, so that it ends near, and not at, the LASSO's optimum; EnSC with {@code --tau 1}
 * ends there.
 */
package dev.grassmann.clusters.lasso;
