package dev.grassmann.clusters.franca;

import dev.grassmann.core.Option;

/** How the student learns from the teacher. */
public record DistillOptions(
    @Option(help = "steps", min = 1, max = 100_000_000) int steps,
    @Option(help = "images a step", min = 2, max = 1_000_000, unit = "images") int batch,
    @Option(help = "learning rate at its height", min = 0, minExclusive = true) double rate,
    @Option(help = "steps over which it rises", min = 0, max = 100_000_000) int warmup,
    @Option(help = "weight decay", min = 0) double decay,
    @Option(help = "longest gradient", min = 0) double clip,
    @Option(
            help = "what the teacher keeps of itself a step, at first",
            min = 0,
            max = 1,
            maxExclusive = true)
        double keep,
    @Option(help = "the teacher's temperature at first", min = 0, minExclusive = true)
        double firstTemperature,
    @Option(help = "and later", min = 0, minExclusive = true) double temperature,
    @Option(help = "share of the steps over which it changes", min = 0, max = 1) double cooling,
    @Option(help = "steps in which prototypes stay as they are", min = 0, max = 100_000_000)
        int frozen,
    @Option(help = "weight of the class token's loss", min = 0) double dino,
    @Option(help = "weight of the hidden patches' loss", min = 0) double ibot,
    @Option(help = "weight of the spread of class tokens", min = 0) double koleo) {}
