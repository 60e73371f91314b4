/**
 * Numerical linear algebra on plain row-major arrays and on {@link
 * dev.grassmann.core.data.Vectors}; libtorch does the work and shows in no signature.
 *
 * <p>Matrices are arrays with their sizes beside them: entry (i, j) of an m × n matrix is {@code
 * a[i * n + j]}. Decompositions are in float64 and fix signs, so that a result does not depend on
 * the library below. Sizes are the caller's promise: a wrong one is an {@link
 * java.lang.IllegalArgumentException}, what a user's data can cause an {@link
 * dev.grassmann.core.InputException}.
 */
package dev.grassmann.engine.linalg;
