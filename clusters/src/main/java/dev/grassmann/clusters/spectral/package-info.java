/**
 * From coefficients to clusters: affinities that are sparse or full, the spectral step that cuts
 * them ({@link dev.grassmann.clusters.spectral.SpectralStep}), the number of clusters by the
 * eigengap, and how well each cluster hangs together.
 */
package dev.grassmann.clusters.spectral;
