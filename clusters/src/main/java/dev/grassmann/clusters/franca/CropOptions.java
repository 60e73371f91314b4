package dev.grassmann.clusters.franca;

import dev.grassmann.core.Option;

/** What the views of an image are, and what of them is hidden. */
public record CropOptions(
    @Option(
            help = "side of the two large crops; 0 for the image's",
            min = 0,
            max = 4_096,
            unit = "pixels")
        int globalSize,
    @Option(
            help = "side of the small crops; 0 for half of the large",
            min = 0,
            max = 4_096,
            unit = "pixels")
        int localSize,
    @Option(help = "small crops an image", min = 0, max = 100) int localCrops,
    @Option(
            help = "least share of the image in a large crop",
            min = 0,
            max = 1,
            minExclusive = true)
        double globalScale,
    @Option(
            help = "least share of the image in a small crop",
            min = 0,
            max = 1,
            minExclusive = true)
        double localScale,
    @Option(help = "mirror half of the crops") boolean flip,
    @Option(help = "change of brightness and contrast at most", min = 0, max = 1) double jitter,
    @Option(help = "which patches are hidden") MaskStrategy mask,
    @Option(help = "least share of the patches hidden", min = 0, max = 1, minExclusive = true)
        double leastMasked,
    @Option(help = "largest share of the patches hidden", min = 0, max = 1, maxExclusive = true)
        double mostMasked,
    @Option(help = "share of the large crops that are masked", min = 0, max = 1) double masked) {}
