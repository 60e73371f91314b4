/**
 * How many dimensions data really has: by the spectrum of its covariance ({@link
 * dev.grassmann.clusters.dimension.PcaSpectrum}), and by how fast neighbourhoods fill ({@link
 * dev.grassmann.clusters.dimension.TwoNn}).
 */
package dev.grassmann.clusters.dimension;
