/**
 * k-NN spectral clustering (von Luxburg 2007): each point is joined with its nearest ones by edges
 * of weight 1, of weight 1/2 where only one of the two names the other, and the graph is cut by its
 * spectrum. A baseline that follows curves and knows nothing of subspaces. Start at {@link
 * dev.grassmann.clusters.knn.KnnSpectral}. The number of neighbours counts other points; some
 * programs count the point itself among them.
 */
package dev.grassmann.clusters.knn;
