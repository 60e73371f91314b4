/** k-means on unit vectors: the baseline that knows nothing of subspaces. */
package dev.grassmann.clusters.kmeans;
