/**
 * How good clusters are ({@code cluster report}). Start at {@link
 * dev.grassmann.clusters.report.ClusterReport}; the measures are those of {@link
 * dev.grassmann.clusters.metrics}. Classes enter here and nowhere else.
 */
package dev.grassmann.clusters.report;
