package dev.grassmann.clusters.choice;

import dev.grassmann.core.Option;

/** Every option of choosing the number of clusters and their dimension. */
public record ChooseConfig(
    @Option(help = "clusters at most", min = 3, max = 1_000) int most,
    @Option(help = "numbers of clusters whose stability is measured", min = 1, max = 100)
        int candidates,
    @Option(help = "times that a part of the points is clustered", min = 2, max = 1_000)
        int resamples,
    @Option(
            help = "share of the points that such a part has",
            min = 0.1,
            max = 1,
            maxExclusive = true)
        double share,
    @Option(help = "ridge of the coefficients", min = 0, minExclusive = true) double lambda,
    @Option(help = "neighbours kept a point in the graph", min = 1, max = 100_000) int top,
    @Option(help = "dimension at most", min = 1, max = 1_000) int mostDimension,
    @Option(help = "starts of k-means in the spectral step", min = 1, max = 10_000) int restarts) {
  /** 40 clusters at most, 6 candidates, 8 times 80 %, ridge 10, top 9, dimension 30 at most. */
  public static final ChooseConfig DEFAULTS = new ChooseConfig(40, 6, 8, 0.8, 10, 9, 30, 5);
}
