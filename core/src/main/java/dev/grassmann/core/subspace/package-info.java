/**
 * Linear subspaces as values: points of a Grassmann manifold. Small and dense, by EJML; the engine
 * has the same operations for whole batches.
 */
package dev.grassmann.core.subspace;
