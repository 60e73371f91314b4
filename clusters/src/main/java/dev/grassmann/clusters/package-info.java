/**
 * Unions of subspaces: points that lie near several low-dimensional subspaces are told apart by
 * which points write which ({@link dev.grassmann.clusters.ssc SSC-OMP}, {@link
 * dev.grassmann.clusters.lsr LSR}) or by fitting the subspaces in turn ({@link
 * dev.grassmann.clusters.kss k-subspaces}). What the methods share lies here.
 */
package dev.grassmann.clusters;
