/**
 * How many clusters, and of which dimension ({@code cluster choose}), without labels: by the gaps
 * between eigenvalues of a graph's normalised affinity (von Luxburg 2007, section 8.3), by whether
 * the same clusters come out where a part of the points is left out (Ben-Hur, Elisseeff, Guyon
 * 2002), and by how fast what is left of the points falls with the dimension. The three are shown,
 * a recommendation is made, and it is said how sure it is. Start at {@link
 * dev.grassmann.clusters.choice.Choose}.
 *
 * <p>The graph is that of {@link dev.grassmann.clusters.lsr.Lsr}, the strongest coefficients of
 * each point. The thresholds of the certainty are ours.
 */
package dev.grassmann.clusters.choice;
