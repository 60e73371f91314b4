package dev.grassmann.compare.units;

import dev.grassmann.core.Option;

/** How the joint graph is made and cut. */
public record GraphOptions(
    @Option(help = "edges within and between the networks, or between them only") Graph graph,
    @Option(
            help = "correlations of smaller magnitude make no edge",
            flag = "edge",
            min = 0,
            max = 1,
            maxExclusive = true)
        double threshold,
    @Option(help = "edges of positive correlation only, not of its magnitude") boolean positive,
    @Option(
            help = "number of clusters; 0 for that of the largest gap between eigenvalues",
            min = 0,
            max = 1 << 20)
        int clusters,
    @Option(
            help =
                "cut clusters in two by the second eigenvector until they have fewer units than"
                    + " this; 0 for k-means on all eigenvectors at once",
            min = 0,
            max = 1 << 20,
            unit = "units")
        int bisectTo) {}
