package dev.grassmann.clusters.mlc;

import dev.grassmann.core.Option;
import java.util.List;

/** What the network looks like. */
public record NetworkOptions(
    @Option(help = "dimension of the features", min = 2, max = 4_096) int dim,
    @Option(help = "widths of the layers before the heads", min = 1, max = 65_536)
        List<Integer> layers,
    @Option(help = "what follows each layer") Activation activation,
    @Option(help = "normalise the first layer's units over the batch") boolean batchNorm) {}
