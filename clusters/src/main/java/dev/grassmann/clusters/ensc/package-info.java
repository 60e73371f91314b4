/**
 * EnSC, elastic net subspace clustering (You, Li, Robinson, Vidal 2016; arXiv 1605.02633): each
 * point is written by others with a penalty between those of SSC (l1) and LSR (l2). Only a few
 * atoms matter for a point, and an oracle says which: those whose correlation with what is left
 * exceeds τ. Start at {@link dev.grassmann.clusters.ensc.Ensc}; the mathematics is {@code
 * ElasticNet} and {@code ActiveSet}.
 *
 * <p>Where it differs from the reference program: the problem on few atoms is solved to rounding by
 * sign patterns and linear systems instead of a LASSO package; rounds end when no condition is
 * violated, not when the objective falls by little.
 */
package dev.grassmann.clusters.ensc;
