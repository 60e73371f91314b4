package dev.grassmann.clusters.franca;

import dev.grassmann.core.Option;
import java.util.List;

/** What the nested heads look like. */
public record HeadOptions(
    @Option(help = "lengths of the prefixes that heads look at, ascending to the whole", min = 1)
        List<Integer> nesting,
    @Option(help = "what a head looks at") HeadInput heads,
    @Option(help = "prototypes of the whole; prefixes have their share", min = 2, max = 10_000_000)
        int prototypes,
    @Option(help = "width inside a head", min = 1, max = 65_536) int hidden,
    @Option(help = "numbers before the prototypes", min = 1, max = 65_536) int bottleneck) {}
