package dev.grassmann.clusters.mlc;

import dev.grassmann.core.Option;

/** What happens before memberships are learnt. */
public record PretrainOptions(
    @Option(help = "what the features start from") Pretrain pretrain,
    @Option(help = "folder of an earlier run, whose network is gone on with") String start,
    @Option(help = "steps of pre-training", min = 1, max = 100_000_000, unit = "steps")
        int pretrainSteps,
    @Option(help = "its learning rate", min = 0, minExclusive = true) double pretrainRate,
    @Option(help = "weight of the agreement between views", min = 0) double agreement,
    @Option(
            help = "steps that only spread the features, after pre-training",
            min = 0,
            max = 100_000_000,
            unit = "steps")
        int warmup) {}
