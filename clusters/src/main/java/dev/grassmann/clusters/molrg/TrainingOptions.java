package dev.grassmann.clusters.molrg;

import dev.grassmann.core.Option;
import dev.grassmann.engine.train.OptimiserPlan;
import dev.grassmann.engine.train.TrainingPlan;

/** How a denoiser is trained. */
public record TrainingOptions(
    @Option(help = "steps of training; 0 for none", min = 0, max = 100_000_000) int steps,
    @Option(help = "points a step", min = 1, max = 1 << 20) int batch,
    @Option(help = "learning rate of Adam", min = 0, minExclusive = true, unit = "a step")
        double rate,
    @Option(help = "which noise levels are drawn, and their weights") Weighting weighting,
    @Option(help = "what turns times into noise levels") Schedule schedule,
    @Option(
            help = "standard deviation of the data, for EDM's weights",
            min = 0,
            minExclusive = true)
        double sigmaData) {

  TrainingPlan plan() {
    return TrainingPlan.ofSteps(steps, batch).with(OptimiserPlan.adam(rate));
  }
}
