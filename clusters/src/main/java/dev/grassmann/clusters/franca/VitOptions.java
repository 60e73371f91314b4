package dev.grassmann.clusters.franca;

import dev.grassmann.core.Option;

/** What the vision transformer looks like. */
public record VitOptions(
    @Option(help = "numbers a token", min = 4, max = 4_096) int dim,
    @Option(help = "blocks", min = 1, max = 100) int depth,
    @Option(help = "heads of attention, a divisor of the numbers a token", min = 1, max = 256)
        int attentionHeads,
    @Option(help = "side of a patch", min = 1, max = 256, unit = "pixels") int patch,
    @Option(
            help = "share of the branches left out while training",
            min = 0,
            max = 1,
            maxExclusive = true)
        double dropPath,
    @Option(help = "what the branches' gains start from; 0 for none", min = 0, max = 1)
        double layerScale) {}
