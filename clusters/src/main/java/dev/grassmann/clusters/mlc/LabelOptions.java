package dev.grassmann.clusters.mlc;

import dev.grassmann.core.Option;

/** How clusters are cut in the end. */
public record LabelOptions(
    @Option(help = "clusters; 0 for the number of least coding length", min = 0, max = 100_000)
        int clusters,
    @Option(help = "largest number of clusters tried", min = 2, max = 1_000) int mostClusters,
    @Option(help = "what the clusters are cut from") Labelling labelling,
    @Option(help = "neighbours kept a point by lsr", min = 1, max = 100_000) int top,
    @Option(help = "dimension of the subspaces; 0 for what holds 95 %", min = 0, max = 100_000)
        int dimension,
    @Option(help = "starts of k-means in the spectral step", min = 1, max = 10_000) int restarts,
    @Option(help = "strongest memberships written a point; 0 for none", min = 0, max = 100_000)
        int keep,
    @Option(
            help = "points that are clustered; the others go to the nearest subspace; 0 for all",
            min = 0,
            max = 1_000_000)
        int subset,
    @Option(help = "memory for matrices of all pairs of points", min = 0, unit = "GB")
        double memory) {}
