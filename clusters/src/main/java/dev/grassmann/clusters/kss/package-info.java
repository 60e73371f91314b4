/**
 * K-subspaces (Bradley, Mangasarian 2000; Agarwal, Mustafa 2004): assign each point to the subspace
 * that holds most of it, fit each subspace to its points, repeat. Start at {@link
 * dev.grassmann.clusters.kss.KSubspaces}.
 */
package dev.grassmann.clusters.kss;
