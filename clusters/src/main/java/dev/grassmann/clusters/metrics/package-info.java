/**
 * How good a clustering is. With classes at hand: {@link dev.grassmann.clusters.metrics.Agreement}
 * and {@link dev.grassmann.clusters.metrics.SelfExpression}. Without: the residuals and, of a
 * graph, the connectivity that every clustering carries. Classes are only ever looked at here,
 * never while clustering.
 */
package dev.grassmann.clusters.metrics;
