/**
 * k-means (Lloyd 1982) from greedy k-means++ seeds (Arthur, Vassilvitskii 2007), on points of
 * length 1 unless told otherwise: the baseline that knows nothing of subspaces. The iteration
 * itself is the engine's. Start at {@link dev.grassmann.clusters.kmeans.KMeansClustering}.
 */
package dev.grassmann.clusters.kmeans;
