/**
 * K-subspaces (Bradley, Mangasarian 2000; Agarwal, Mustafa 2004): fit a linear subspace to each
 * cluster, assign each point to the subspace that holds most of it, repeat until nobody moves.
 * Every start begins with random subspaces, and the one of least cost is given. A cluster that
 * loses all its points starts anew from those that are explained worst; the papers leave that open.
 * Start at {@link dev.grassmann.clusters.kss.KSubspaces}.
 */
package dev.grassmann.clusters.kss;
