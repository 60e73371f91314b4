package dev.grassmann.clusters.mlc;

import dev.grassmann.core.Option;
import dev.grassmann.engine.train.OptimiserPlan;

/** How features and memberships are learnt together. */
public record DescentOptions(
    @Option(help = "squared distortion that codes may have", min = 0, minExclusive = true)
        double eps2,
    @Option(help = "weight of the clusters' coding rate", min = 0) double gamma,
    @Option(help = "weight of the memberships' squares", min = 0) double penalty,
    @Option(help = "memberships looked at a step; 0 for all", min = 0, max = 1_000_000) int columns,
    @Option(help = "rows a step", min = 4, max = 1_000_000, unit = "rows") int batch,
    @Option(help = "steps that learn memberships", min = 0, max = 100_000_000, unit = "steps")
        int steps,
    @Option(help = "learning rate", min = 0, minExclusive = true) double rate,
    @Option(help = "optimiser") OptimiserPlan.Rule optimiser,
    @Option(help = "momentum of sgd", min = 0, max = 1, maxExclusive = true) double momentum,
    @Option(help = "weight decay of all but the cluster head", min = 0) double decay,
    @Option(help = "weight decay of the cluster head", min = 0) double headDecay) {}
