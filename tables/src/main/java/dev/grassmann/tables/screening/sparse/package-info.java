/**
 * 04, second part: sparse linear and logistic models with the nonconvex penalties SCAD and MCP,
 * fitted by an accelerated gradient method with restarts (arXiv 2009.10629, Statistics and
 * Computing 2023). Start at {@link dev.grassmann.tables.screening.sparse.SparseRegression}; the
 * method of the paper is {@code AcceleratedGradient}, the path with its strong rule {@code
 * PathFitter}.
 *
 * <p>Where it departs from the reference implementation, and why:
 *
 * <ul>
 *   <li><b>Derivatives of the concave parts</b> are those of the penalties. The newer, refactored
 *       reference has wrong signs in the middle branch of SCAD and in both of MCP.
 *   <li><b>The strong rule</b> compares with gradients divided by n. The reference divides by 2n
 *       and eliminates too much. Conditions of optimality are checked for every column that was
 *       left out, and violators come back.
 *   <li><b>The logistic loss</b> is a mean over the rows; the reference's gradient is half of it.
 *   <li><b>Steps</b> of the logistic loss use a quarter of the squared loss's constant, which
 *       bounds its curvature.
 *   <li><b>Stopping</b>: 1e-5 as in the studies, not the package's 1e-2. The result is the proximal
 *       iterate, which is exactly sparse.
 *   <li><b>A path ends</b> early where a model has as many coefficients as rows or explains nearly
 *       everything: separable classes have no finite model of a penalty that levels off.
 *   <li><b>A path is chosen from</b> by cross-validation or by the extended Bayesian information
 *       criterion; the studies have validation data, which {@link
 *       dev.grassmann.tables.screening.sparse.SparsePath#errors} serves.
 * </ul>
 */
package dev.grassmann.tables.screening.sparse;
