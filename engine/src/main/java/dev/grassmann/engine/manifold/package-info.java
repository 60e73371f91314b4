/**
 * The Grassmann manifold as an optimiser meets it: points, tangents, geodesics, transports, means,
 * and Riemannian gradient descent. Matrices are n × p, row-major, float64; a point is an
 * orthonormal basis that stands for its span, so that results are to be compared as subspaces,
 * never as bases.
 */
package dev.grassmann.engine.manifold;
