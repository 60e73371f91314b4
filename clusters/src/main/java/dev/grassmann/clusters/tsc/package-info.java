/**
 * TSC, thresholding-based subspace clustering (Heckel, Boelcskei 2015; arXiv 1307.4891): each point
 * is joined with the q others of largest |inner product|, with weight exp(-2 arccos). Of equally
 * aligned points those of smaller number are taken; the paper leaves that open. Start at {@link
 * dev.grassmann.clusters.tsc.Tsc}.
 */
package dev.grassmann.clusters.tsc;
