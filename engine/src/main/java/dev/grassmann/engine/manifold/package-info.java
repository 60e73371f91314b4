/**
 * The Grassmann manifold: points, tangents, geodesics, transports, means, coordinates. Matrices are
 * n × p, row-major, float64; a point is an orthonormal basis that stands for its span, so that
 * results are to be compared as subspaces, never as bases. Descent on it is {@link
 * dev.grassmann.engine.train.RiemannianSgd}.
 */
package dev.grassmann.engine.manifold;
