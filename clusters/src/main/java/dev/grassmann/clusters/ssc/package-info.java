/**
 * SSC-OMP (You, Robinson, Vidal 2016): each point is written by few others, chosen by orthogonal
 * matching pursuit; who writes whom is a graph, and the graph is cut by its spectrum. Start at
 * {@link dev.grassmann.clusters.ssc.SscOmp}. A row of length 1 counts as written when the square of
 * its residual falls below the threshold, as the paper has it; the reference program compares the
 * square with the threshold times a length.
 */
package dev.grassmann.clusters.ssc;
