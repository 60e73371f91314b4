/** From who writes whom to clusters: affinities, their spectrum, the eigengap. */
package dev.grassmann.clusters.spectral;
