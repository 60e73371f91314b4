/**
 * Low-rank codes: LRR (Liu and others 2013; arXiv 1010.2955), where whole points may fail to fit,
 * and LRSC (Vidal, Favaro 2014), whose optimum is in closed form. Start at {@link
 * dev.grassmann.clusters.lowrank.Lrr} and {@link dev.grassmann.clusters.lowrank.Lrsc}.
 *
 * <p>Where LRR differs from the authors' program: it works in the coordinates of the data's own
 * singular vectors, where the dictionary is diagonal; the numbers are the same, and a step costs
 * O(r² n) with r the rank. Singular values come from the smaller Gram matrix.
 */
package dev.grassmann.clusters.lowrank;
