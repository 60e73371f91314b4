package dev.grassmann.clusters.mlc;

import dev.grassmann.core.Option;

/** How memberships come from what the cluster head says. */
public record MembershipOptions(
    @Option(help = "what says who belongs together") Membership membership,
    @Option(help = "entropy of the memberships while training", min = 0, minExclusive = true)
        double eta,
    @Option(help = "entropy of the final ones, over all points", min = 0, minExclusive = true)
        double finalEta,
    @Option(help = "Sinkhorn half-steps while training", min = 1, max = 100_000) int halfSteps,
    @Option(help = "how gradients go back through them") Slope slope,
    @Option(help = "from absolute cosines") boolean absolute,
    @Option(help = "as much of i with j as of j with i") boolean symmetric,
    @Option(help = "temperature of point-cluster", min = 0, minExclusive = true)
        double temperature) {}
