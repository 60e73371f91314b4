package dev.grassmann.clusters.molrg;

import dev.grassmann.core.Option;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.engine.train.OptimiserPlan;
import dev.grassmann.engine.train.TrainingPlan;
import java.util.stream.IntStream;

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

  /** The points, again and again until they fill a batch: noise is fresh for each of them. */
  public Vectors filled(Vectors points) {
    if (points.n() >= batch) {
      return points;
    }
    int times = (batch + points.n() - 1) / points.n();
    return points.rows(IntStream.range(0, times * points.n()).map(i -> i % points.n()).toArray());
  }

  /** Adam at the rate, so many steps. */
  public TrainingPlan plan() {
    return TrainingPlan.ofSteps(steps, batch).with(OptimiserPlan.adam(rate));
  }
}
